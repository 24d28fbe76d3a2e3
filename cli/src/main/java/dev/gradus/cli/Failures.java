package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.io.ModelFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Turns what went wrong into a sentence and an exit code; where it went wrong is shown on request.
final class Failures {
    private Failures() {}

    /// Reports that a command was called in a way that cannot work.
    static int wrongUse(Terminal terminal, ParameterException failure, boolean debug) {
        var command = failure.getCommandLine().getCommandSpec().qualifiedName();
        complain(terminal, Objects.requireNonNullElse(failure.getMessage(), "wrong use"));
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            terminal.complain(
                    "Did you mean %s?".formatted(String.join(" or ", unmatched.getSuggestions())));
        }
        terminal.complain("%s --help shows what it takes.".formatted(command));
        trace(terminal, failure, debug);
        return ExitCode.WRONG_USE;
    }

    /// Reports that a command failed.
    static int report(Terminal terminal, Throwable failure, boolean debug) {
        complain(terminal, explain(failure));
        trace(terminal, failure, debug);
        if (!debug && !expected(failure)) {
            terminal.complain("With --debug it says where this happened.");
        }
        return failure instanceof CommandFailure known ? known.exitCode() : ExitCode.FAILED;
    }

    /// Returns what went wrong, as a sentence.
    static String explain(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapper when wrapper.getCause() != null ->
                    explain(wrapper.getCause());
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied ->
                    "%s may not be read or written by this user.".formatted(denied.getFile());
            case FileSystemException broken when broken.getReason() == null ->
                    "%s cannot be used: %s"
                            .formatted(broken.getFile(), broken.getClass().getSimpleName());
            case OutOfMemoryError error ->
                    "The memory was not enough: %s. Give Java more, for instance with GRADUS_JAVA_OPTS=-Xmx4g."
                            .formatted(Objects.requireNonNullElse(error.getMessage(), "heap full"));
            default ->
                    Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName());
        };
    }

    private static boolean expected(Throwable failure) {
        return failure instanceof CommandFailure
                || failure instanceof ModelFileException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
    }

    private static void complain(Terminal terminal, String message) {
        terminal.complain(terminal.bad("gradus: ") + message);
    }

    private static void trace(Terminal terminal, Throwable failure, boolean debug) {
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
    }
}
