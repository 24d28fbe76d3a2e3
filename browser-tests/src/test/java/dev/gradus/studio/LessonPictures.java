package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Takes a picture of the picture of every lesson, in both themes, wide and narrow, to be looked at. No part of the
/// usual tests:
/// `./mvnw -q -pl browser-tests -am verify -Dtest=LessonPictures -Dsurefire.failIfNoSpecifiedTests=false`
/// puts them into `browser-tests/target/pictures`, or where `-Dpictures` says; `-Dlesson=2.1` takes those of one.
class LessonPictures {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// A page without its numbers is no picture yet.
    private static final String DRAWN =
            "document.querySelector('.whose')?.textContent.startsWith('The solution')"
                    + " && document.querySelector('.picture').childElementCount > 0"
                    + " && document.querySelector('.pic .chart > .sr').textContent.length > 10";

    private static final int HEIGHT = 900;

    @TempDir private static Path folder;
    @AutoClose private static Studio studio;
    @AutoClose private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        studio =
                Studio.start(
                        0,
                        Launcher.NONE,
                        new Classroom(Course.bundled(), new Workspace(folder.resolve("lessons"))));
        browser.open(studio.link(), 1440, HEIGHT);
        browser.await("location.pathname === '/path'", PATIENCE);
    }

    static Stream<String> lessons() {
        return Course.bundled().lessons().stream()
                .filter(lesson -> lesson.drawing().isPresent())
                .map(Lesson::number)
                .filter(number -> number.matches(System.getProperty("lesson", ".*")));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void wideAndNarrowInBothThemes(String number) throws IOException {
        for (var width : List.of(1440, 360)) {
            browser.open("about:blank", width, HEIGHT);
            browser.open(
                    "http://127.0.0.1:%d/lesson#%s/visual".formatted(studio.port(), number),
                    width,
                    HEIGHT);
            browser.await("document.querySelector('#tab-picture')", PATIENCE);
            browser.ask("document.querySelector('#tab-picture').click()");
            browser.await(DRAWN, PATIENCE);
            browser.page().waitForTimeout(1200);
            for (var theme : List.of("light", "dark")) {
                browser.ask("document.documentElement.dataset.theme = '%s'".formatted(theme));
                browser.page().waitForTimeout(300);
                take(number, width, theme);
            }
            assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo("true");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /// All of the picture, however high it is: the window is made as high.
    private static void take(String number, int width, String theme) throws IOException {
        var high =
                browser.ask(
                        "Math.ceil(document.querySelector('.pic').scrollHeight + document.querySelector('.pic').getBoundingClientRect().top) + 40");
        browser.page().setViewportSize(width, Math.max(HEIGHT, (int) Double.parseDouble(high)));
        browser.page().waitForTimeout(200);
        var place =
                Files.createDirectories(Path.of(System.getProperty("pictures", "target/pictures")));
        browser.page()
                .screenshot(
                        new ScreenshotOptions()
                                .setPath(
                                        place.resolve(
                                                "%s-%s-%d.png".formatted(number, theme, width))));
        browser.page().setViewportSize(width, HEIGHT);
    }
}
