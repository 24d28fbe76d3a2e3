package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each picture of the first units in a real browser, where there is one: as wide as a phone, with numbers
/// from its own Java.
class PicturesBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir private static Path folder;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        studio =
                Studio.start(
                        0,
                        new Classroom(Course.bundled(), new Workspace(folder.resolve("lessons"))));
        browser.open(studio.link(), 320, 800);
        browser.await("location.pathname === '/path'", PATIENCE);
    }

    static Stream<String> lessons() {
        return Course.bundled().lessons().stream()
                .filter(lesson -> lesson.drawing().isPresent())
                .map(Lesson::number);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theirNumbersArriveAndNothingIsCutOff(String number) {
        browser.open("about:blank", 320, 800);
        browser.open(
                "http://127.0.0.1:%d/lesson#%s/visual".formatted(studio.port(), number), 320, 800);
        browser.await("document.querySelector('[role=tab]:nth-of-type(2)')", PATIENCE);
        browser.ask("document.querySelector('[role=tab]:nth-of-type(2)').click()");
        // the table has the same numbers; it has rows as soon as Java has answered
        browser.await("document.querySelector('.picture :is(button, input, select)')", PATIENCE);
        browser.ask("document.querySelector('.chart .tools .link').click()");
        browser.await(
                "document.querySelectorAll('.twin tbody tr').length >= 3"
                        + " && [...document.querySelectorAll('.twin td')].every(cell => cell.textContent)",
                PATIENCE);
        assertThat(browser.ask("/NaN|undefined/.test(document.querySelector('.twin').textContent)"))
                .isEqualTo("false");
        browser.ask("document.querySelector('.chart .tools .link').click()");
        browser.await("document.querySelector('.picture').clientWidth > 0", PATIENCE);
        assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
        assertThat(browser.ask("document.querySelector('.pfailed').textContent")).isEqualTo("");
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('.picture button, .picture select, .picture input, .picture [tabindex="0"]')]
                                    .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length))
                                    .map(e => e.outerHTML.slice(0, 120)).join()\
                                """))
                .isEqualTo("");
        assertThat(
                        browser.ask(
                                """
                                [...document.querySelectorAll('.picture button, .picture select, .picture input')].filter(e => e.offsetParent)
                                    .map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width < 24 || r.height < 24)
                                    .map(([e, r]) => e.outerHTML.slice(0, 80) + ' ' + r.width + 'x' + r.height).join()\
                                """))
                .isEqualTo("");
        assertThat(browser.complaints()).isEmpty();
    }
}
