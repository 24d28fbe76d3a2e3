package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Does every lesson as a learner who writes the solution: it is checked in the page, passes, and the picture says
/// that the learner's class computes. No part of the usual tests, as all checks of the course take minutes:
/// `./mvnw -q -pl browser-tests -am verify -Dtest=SwapIn -Dsurefire.failIfNoSpecifiedTests=false`
class SwapIn {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private static Path folder;
    private static Classroom classroom;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        classroom = new Classroom(Course.bundled(), new Workspace(folder.resolve("lessons")));
        studio = Studio.start(0, Launcher.NONE, classroom);
        browser.open(studio.link(), 1440, 900);
        browser.await("location.pathname === '/path'", PATIENCE);
    }

    static Stream<String> lessons() {
        return Course.bundled().lessons().stream()
                .map(Lesson::number)
                .filter(number -> number.matches(System.getProperty("lesson", ".*")));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theLearnersClassComputesThePicture(String number) throws IOException {
        var lesson = classroom.course().lesson(number).orElseThrow();
        browser.open("about:blank", 1440, 900);
        browser.open(
                "http://127.0.0.1:%d/lesson#%s/exercise".formatted(studio.port(), number),
                1440,
                900);
        browser.await("document.querySelector('.cm-content')", PATIENCE);
        browser.ask("document.querySelector('.cm-content').focus()");
        browser.press("Control+a");
        browser.page().keyboard().insertText(lesson.solution());
        browser.press("Control+Enter");
        browser.await("document.querySelector('.result h2')", PATIENCE);
        assertThat(browser.ask("document.querySelector('.result .res').className"))
                .as(browser.ask("document.querySelector('.result').textContent"))
                .isEqualTo("res passed");
        assertThat(classroom.passedProgram(lesson)).isPresent();
        if (lesson.picture().isPresent()) {
            browser.await(
                    "document.querySelector('.whose.yours')?.textContent.startsWith('Your code runs now')",
                    PATIENCE);
            browser.ask("document.querySelector('.chart .tools .link').click()");
            browser.await(
                    "document.querySelectorAll('.twin tbody tr').length >= 3"
                            + " && [...document.querySelectorAll('.twin td')].every(cell => cell.textContent)"
                            + " && document.querySelector('.pfailed').textContent === ''",
                    PATIENCE);
            assertThat(
                            browser.ask(
                                    "/NaN|undefined/.test(document.querySelector('.twin').textContent)"))
                    .isEqualTo("false");
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
