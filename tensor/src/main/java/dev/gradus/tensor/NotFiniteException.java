package dev.gradus.tensor;

import dev.gradus.tensor.op.Op;
import java.util.Optional;

/// A number became NaN or infinite: see [AnomalyDetection].
public final class NotFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Op> op;
    private final transient Optional<AnomalyDetection.Origin> origin;

    /// Creates the exception.
    ///
    /// @param op the operation that made the number, or nothing if it came in with the data
    /// @param origin where it was noted down, if that is known
    public NotFiniteException(
            String message, Optional<Op> op, Optional<AnomalyDetection.Origin> origin) {
        super(message);
        this.op = op;
        this.origin = origin;
    }

    /// Returns the operation that made the number, or nothing if it came in with the data.
    public Optional<Op> op() {
        return op;
    }

    /// Returns where the operation was noted down, if that is known.
    public Optional<AnomalyDetection.Origin> origin() {
        return origin;
    }
}
