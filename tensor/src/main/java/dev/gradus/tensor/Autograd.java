package dev.gradus.tensor;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Derivatives by the names under which they are written down; meant for `import static`.
public final class Autograd {
    private Autograd() {}

    /// Returns how much the scalar `y` changes with each number of `x`: see [Gradients].
    public static Tensor gradient(Tensor y, Tensor x) {
        return Gradients.of(y, x);
    }

    /// Returns what `formula` makes as a constant, through which no gradient flows: for the targets of a
    /// second network, say.
    public static Tensor noGradient(Supplier<Tensor> formula) {
        return formula.get().detach();
    }

    /// Returns how much each number of `y` changes with each number of `x`: see [Jacobian].
    public static Tensor jacobian(Tensor y, Tensor x) {
        return Jacobian.of(y, x);
    }

    /// Returns the second derivatives of the scalar `y`: see [Jacobian#hessian].
    public static Tensor hessian(Tensor y, Tensor x) {
        return Jacobian.hessian(y, x);
    }

    /// Returns the second derivatives of the scalar `y` in one direction: see
    /// [Jacobian#hessianVectorProduct].
    public static Tensor hessianVectorProduct(Tensor y, Tensor x, Tensor direction) {
        return Jacobian.hessianVectorProduct(y, x, direction);
    }

    /// Returns `function` of `x`, whose inner numbers are computed again for the gradient instead of kept:
    /// see [Checkpoint].
    public static Tensor checkpoint(UnaryOperator<Tensor> function, Tensor x) {
        return Checkpoint.of(function, x);
    }
}
