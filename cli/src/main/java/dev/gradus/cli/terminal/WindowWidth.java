package dev.gradus.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Asks how wide the window of the terminal is.
final class WindowWidth {
    private static final int LEAST = 40;
    private static final int MOST = 400;

    private WindowWidth() {}

    /// Returns the width, or the usual one where nothing tells it.
    static int ask(Map<String, String> environment) {
        var said = number(environment.getOrDefault("COLUMNS", ""));
        if (said == 0 && !System.getProperty("os.name", "").startsWith("Windows")) {
            said = askSystem();
        }
        return said == 0 ? Terminal.USUAL_WIDTH : Math.clamp(said, LEAST, MOST);
    }

    /// `stty` tells the size of the terminal that is its input: rows, then columns.
    private static int askSystem() {
        try {
            var process =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return 0;
            }
            var answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            var parts = answer.strip().split(" ", -1);
            return parts.length == 2 ? number(parts[1]) : 0;
        } catch (IOException _) {
            // no such program: the usual width will do
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
    }
}
