package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All of one's work saved in a browser and added in another place.
class WorkBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void workIsSavedAsAFileAndAddedElsewhere() throws Exception {
        var program = Chromium.installed();
        assumeThat(program).as("Chromium is installed").isPresent();
        System.setProperty("gradus.runs", "off");
        var file = folder.resolve("saved.zip");
        try (var browser = new Chromium(program.orElseThrow())) {
            var here = Learners.in(folder.resolve("here"));
            var lesson = here.course().lesson("0.1").orElseThrow();
            here.start(lesson);
            here.workspace().save(lesson, lesson.solution());
            assertThat(here.check(lesson).isPassed()).isTrue();
            try (var studio = Studio.start(0, here)) {
                open(browser, studio);
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
            }
            assertThat(folder.resolve("there").resolve("0.1-hello").resolve("Exercise.java"))
                    .hasContent(lesson.solution());
        } finally {
            System.clearProperty("gradus.runs");
        }
    }

    private static void open(Chromium browser, Studio studio) {
        browser.open(studio.link(), 1440, 900);
        browser.await("document.querySelector('.work a')", SOON);
    }
}
