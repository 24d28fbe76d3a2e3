package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All of one's work saved in a browser and added in another place.
class WorkBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String MADE =
            "document.querySelector('.map a.made image').getAttribute('href').startsWith('data:image/png') && document.querySelector('.unit-now .made a').getAttribute('aria-label') === 'What your program drew in 0.1 Hello, studio'";

    @TempDir Path folder;

    @Test
    void workIsSavedAsAFileAndAddedElsewhere() throws Exception {
        Chromium.assumeInstalled();
        System.setProperty("gradus.runs", "off");
        var file = folder.resolve("saved.zip");
        try (var browser = Chromium.start()) {
            var here = Learners.in(folder.resolve("here"));
            var lesson = here.course().lesson("0.1").orElseThrow();
            here.start(lesson);
            here.workspace().save(lesson, lesson.solution());
            assertThat(here.check(lesson).isPassed()).isTrue();
            try (var studio = Studio.start(0, here)) {
                open(browser, studio);
                // the picture that the learner's program computes is kept, and stands on the path
                visit(browser, studio, "lesson#0.1/visual");
                browser.await("document.querySelector('.whose.yours')", SOON);
                awaitNote(browser, here, lesson);
                visit(browser, studio, "path");
                browser.await(MADE, SOON);
                assertThat(browser.complaints()).isEmpty();
                browser.page()
                        .waitForDownload(
                                () -> browser.ask("document.querySelector('.work a').click()"))
                        .saveAs(file);
            }
            try (var studio = Studio.start(0, Learners.in(folder.resolve("there")))) {
                open(browser, studio);
                assertThat(browser.ask("document.querySelector('h1').textContent"))
                        .startsWith("Begin here");
                var chosen = browser.page().locator(".work input");
                chosen.setInputFiles(Files.writeString(folder.resolve("other.zip"), "no zip"));
                browser.await(
                        "document.querySelector('.work [role=status]').textContent.includes('is not a file of work')",
                        SOON);
                chosen.setInputFiles(file);
                browser.await(
                        "/Added: progress of 1 lesson/.test(document.querySelector('.work [role=status]').textContent)",
                        SOON);
                browser.await("/^Next: /.test(document.querySelector('h1').textContent)", SOON);
                browser.await(MADE, SOON);
            }
            assertThat(folder.resolve("there").resolve("0.1-hello").resolve("Exercise.java"))
                    .hasContent(lesson.solution());
        } finally {
            System.clearProperty("gradus.runs");
        }
    }

    /// A picture is kept some time after it has come to rest.
    private static void awaitNote(Chromium browser, Classroom classroom, Lesson lesson)
            throws Exception {
        var end = System.nanoTime() + SOON.toNanos();
        while (!classroom.workspace().notes(lesson).containsKey("made")) {
            assertThat(System.nanoTime()).as("a picture is kept").isLessThan(end);
            browser.page().waitForTimeout(100);
        }
    }

    private static void visit(Chromium browser, Studio studio, String page) {
        browser.open("about:blank", 1440, 900);
        browser.open("http://127.0.0.1:%d/%s".formatted(studio.port(), page), 1440, 900);
    }

    private static void open(Chromium browser, Studio studio) {
        browser.open(studio.link(), 1440, 900);
        browser.await("document.querySelector('.work a')", SOON);
    }
}
