package dev.gradus.studio;

import java.util.List;
import java.util.Optional;

/// Knows how the `gradus` command is begun, in a process of its own.
@FunctionalInterface
public interface Launcher {
    /// Begins nothing: the studio was opened by something that is not the command.
    Launcher NONE = _ -> Optional.empty();

    /// Returns a process that is the `gradus` command with these arguments, not begun yet, or nothing
    /// if it cannot be.
    Optional<ProcessBuilder> gradus(List<String> arguments);
}
