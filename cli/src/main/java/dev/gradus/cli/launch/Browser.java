package dev.gradus.cli.launch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens a link in the browser that this computer's user has chosen.
public final class Browser {
    private Browser() {}

    /// Opens the link, where there is a screen to open it on; otherwise does nothing.
    public static void open(String link) {
        command(System.getProperty("os.name", ""), System.getenv(), link).ifPresent(Browser::start);
    }

    static Optional<List<String>> command(
            String system, Map<String, String> environment, String link) {
        if (system.startsWith("Windows")) {
            return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", link));
        }
        if (system.startsWith("Mac")) {
            return Optional.of(List.of("open", link));
        }
        var screen =
                environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return screen ? Optional.of(List.of("xdg-open", link)) : Optional.empty();
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // the link is printed in any case
            return;
        }
    }
}
