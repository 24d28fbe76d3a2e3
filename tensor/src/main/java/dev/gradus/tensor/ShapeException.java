package dev.gradus.tensor;

/// Says that sizes do not fit together: what came, what was expected, and the likely fix.
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /// Creates the exception with its three-part sentence.
    public ShapeException(String message) {
        super(message);
    }
}
