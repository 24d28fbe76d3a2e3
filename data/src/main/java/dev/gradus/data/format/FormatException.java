package dev.gradus.data.format;

import java.io.IOException;

/// Says that a file is not what it claims to be: damaged, cut short, too large or foreign.
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param message what came, what was expected, what to do
    public FormatException(String message) {
        super(message);
    }

    /// @param message what came, what was expected, what to do
    /// @param cause what the decoder reported
    public FormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
