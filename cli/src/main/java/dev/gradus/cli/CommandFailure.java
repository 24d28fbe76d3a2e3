package dev.gradus.cli;

/// Ends a command with a message for its user.
final class CommandFailure extends RuntimeException {
    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// What was asked for could not be done.
    static CommandFailure failed(String message) {
        return new CommandFailure(ExitCode.FAILED, message);
    }

    /// It was asked for in a way that cannot work.
    static CommandFailure wrongUse(String message) {
        return new CommandFailure(ExitCode.WRONG_USE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
