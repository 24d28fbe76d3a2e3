package dev.gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Measures what somebody waits for who starts the studio: until it answers, until there is a picture, until a
/// network has learnt. No part of the usual tests: `tools/first-minute` runs it on what was built.
class FirstMinute {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void theStudioOpensQuickly() throws IOException, InterruptedException {
        Chromium.assumeInstalled();
        try (var browser = Chromium.start()) {
            var start = System.nanoTime();
            var studio =
                    new ProcessBuilder(
                                    Path.of("..", "gradus").toRealPath().toString(),
                                    "studio",
                                    "--no-open",
                                    "--port",
                                    "0")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                var link =
                        studio.inputReader()
                                .lines()
                                .map(String::strip)
                                .filter(line -> line.startsWith("http://"))
                                .findFirst()
                                .orElseThrow();
                awaitAnswer(link);
                say("from ./gradus studio to the page answering", start);
                var opened = System.nanoTime();
                browser.open(link.replaceFirst("/\\?", "/playground?"), 1440, 900);
                browser.await(
                        "document.querySelector('.tile:not(.off) canvas').width > 1", PATIENCE);
                say("from there to the first picture", opened);
                browser.await(
                        "/unseen points right/.test(document.querySelector('h1').textContent)"
                                + " && Number(/of (\\d+)/.exec(document.querySelector('h1').textContent)?.[1]) * 0.95"
                                + " < Number(/gets (\\d+)/.exec(document.querySelector('h1').textContent)?.[1])"
                                + " || /all \\d+ unseen/.test(document.querySelector('h1').textContent)",
                        PATIENCE);
                say("until more than 95 % of unseen points are right", opened);
            } finally {
                studio.descendants().forEach(ProcessHandle::destroy);
                studio.destroy();
                assertThat(studio.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static void awaitAnswer(String link) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(link)).build(),
                            BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private static void say(String what, long start) {
        System.err.printf(
                Locale.ROOT, "| %s | %.1f s |%n", what, (System.nanoTime() - start) / 1e9);
    }
}
