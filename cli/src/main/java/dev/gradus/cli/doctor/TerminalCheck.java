package dev.gradus.cli.doctor;

import dev.gradus.cli.terminal.Terminal;
import java.util.Locale;

/// What can be shown here?
final class TerminalCheck {
    private TerminalCheck() {}

    static Finding of(Terminal terminal) {
        if (!terminal.interactive()) {
            return Finding.good("terminal", "none: plain lines, no colours");
        }
        var signs = terminal.unicode() ? "" : ", letters only";
        var found =
                "%d columns, pictures in %s%s"
                        .formatted(
                                terminal.width(),
                                terminal.images().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                signs);
        return terminal.unicode()
                ? Finding.good("terminal", found)
                : Finding.notice("terminal", found, "Switch it to UTF-8; on Windows: chcp 65001.");
    }
}
