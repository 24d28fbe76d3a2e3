package dev.gradus.cli;

/// What a command tells whoever started it.
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private ExitCode() {}
}
