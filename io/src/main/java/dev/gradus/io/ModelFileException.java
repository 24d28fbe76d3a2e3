package dev.gradus.io;

/// Says that a file of a model or of weights was refused, and why. Nothing of it was used.
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Creates the exception.
    public ModelFileException(String message) {
        super(message);
    }

    /// Creates the exception with what led to it.
    public ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
