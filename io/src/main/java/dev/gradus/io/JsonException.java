package dev.gradus.io;

/// Says that a text is no JSON, or that a value cannot be written as JSON.
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JsonException(String message) {
        super(message);
    }

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
