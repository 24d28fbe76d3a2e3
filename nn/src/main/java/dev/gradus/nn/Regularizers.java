package dev.gradus.nn;

import dev.gradus.nn.regularizer.L1;
import dev.gradus.nn.regularizer.L1L2;
import dev.gradus.nn.regularizer.L2;
import dev.gradus.nn.regularizer.Orthogonality;

/// The prices on weights by the names under which they are written down; meant for `import static`.
public final class Regularizers {
    private Regularizers() {}

    /// Returns a price on weights that are not 0, to be added to a loss: see [L1].
    public static L1 l1(double strength) {
        return new L1(strength);
    }

    /// Returns a price on large weights, to be added to a loss: see [L2].
    public static L2 l2(double strength) {
        return new L2(strength);
    }

    /// Returns the prices on weights that are not 0 and on large ones together: see [L1L2].
    public static L1L2 l1l2(double l1, double l2) {
        return new L1L2(l1, l2);
    }

    /// Returns a price on units that look for the same: see [Orthogonality].
    public static Orthogonality orthogonality(double strength) {
        return new Orthogonality(strength);
    }
}
