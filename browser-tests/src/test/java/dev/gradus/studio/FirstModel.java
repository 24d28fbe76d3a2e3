package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Measures what somebody waits for who opens the studio without any model and trains a first one in the page. No
/// part of the usual tests; `docs/studio.md` says how it is run.
class FirstModel {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        "results, .main, garments",
        "try, .main, digits",
        "results, .link + .link, spirals"
    })
    void itIsThereInLessThanAMinute(
            String page, String button, String subject, @TempDir Path runs) {
        Chromium.assumeInstalled();
        System.setProperty("gradus.runs", runs.toString());
        try (var studio = Studio.start(0);
                var browser = Chromium.start()) {
            browser.open(studio.link(), 1440, 900);
            browser.await("document.querySelector('main')", MINUTE);
            browser.open("http://127.0.0.1:%d/%s".formatted(studio.port(), page), 1440, 900);
            // what was trained for the line before is still there: what is trained again is as new
            browser.await(
                    "document.querySelector('.state.empty') || !document.querySelector('section.left').hidden",
                    MINUTE);
            var begin = System.nanoTime();
            if (browser.ask("!!document.querySelector('.state.empty')").equals("true")) {
                browser.ask("document.querySelector('.state %s').click()".formatted(button));
            } else {
                browser.ask(
                        "document.querySelector('.crumb .link').click(); [...document.querySelectorAll('.recipes li')].find(li => /%s/.test(li.textContent)).querySelector('button').click()"
                                .formatted(subject.equals("spirals") ? "spirals" : "Digits"));
            }
            browser.await("document.querySelector('.training')", MINUTE);
            browser.await("!document.querySelector('section.left').hidden", MINUTE);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            System.err.printf(
                    Locale.ROOT,
                    "| %s | %.1f s | %s |%n",
                    subject,
                    took.toMillis() / 1e3,
                    browser.ask("document.querySelector('h1').textContent"));
            assertThat(took).isLessThan(MINUTE);
        } finally {
            System.clearProperty("gradus.runs");
        }
    }
}
