package dev.gradus.nn;

import dev.gradus.nn.constraint.MaxNorm;
import dev.gradus.nn.constraint.MinMaxNorm;
import dev.gradus.nn.constraint.NonNegative;
import dev.gradus.nn.constraint.UnitLength;
import java.util.List;

/// What weights can be held to, by the names under which it is written down; meant for
/// `import static`.
///
/// ```java
/// var optimizer = sgd(0.1).on(net).constrain(maxNorm(3));
/// ```
public final class Constraints {
    private Constraints() {}

    /// Returns a limit on the length of the weights that lead to a unit: see [MaxNorm].
    public static MaxNorm maxNorm(double most) {
        return new MaxNorm(most, List.of());
    }

    /// Returns two limits on the length of the weights that lead to a unit: see [MinMaxNorm].
    public static MinMaxNorm minMaxNorm(double least, double most) {
        return new MinMaxNorm(least, most, 1, List.of());
    }

    /// Returns the constraint that the weights which lead to a unit have the length 1: see
    /// [UnitLength].
    public static UnitLength unitLength() {
        return new UnitLength(List.of());
    }

    /// Returns the constraint that no weight is below 0: see [NonNegative].
    public static NonNegative nonNegative() {
        return new NonNegative();
    }
}
