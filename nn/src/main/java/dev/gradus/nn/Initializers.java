package dev.gradus.nn;

import dev.gradus.nn.initializer.Constant;
import dev.gradus.nn.initializer.IdentityMatrix;
import dev.gradus.nn.initializer.Normal;
import dev.gradus.nn.initializer.Orthogonal;
import dev.gradus.nn.initializer.Sparse;
import dev.gradus.nn.initializer.TruncatedNormal;
import dev.gradus.nn.initializer.Uniform;
import dev.gradus.nn.initializer.VarianceScaling;

/// Where weights begin, by the names under which it is written down; meant for `import static`.
///
/// ```java
/// var layer = dense(128, RELU).initializer(heUniform());
/// ```
public final class Initializers {
    private Initializers() {}

    /// Returns weights that begin with 0: see [Constant].
    public static Constant zeros() {
        return Constant.zeros();
    }

    /// Returns weights that begin with 1: see [Constant].
    public static Constant ones() {
        return Constant.ones();
    }

    /// Returns weights that all begin with `value`: see [Constant].
    public static Constant constant(double value) {
        return new Constant(value);
    }

    /// Returns weights spread evenly: see [Uniform].
    public static Uniform uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /// Returns weights spread around 0 like a bell: see [Normal].
    public static Normal normal(double deviation) {
        return new Normal(deviation);
    }

    /// Returns weights spread like a bell without its far ends: see [TruncatedNormal].
    public static TruncatedNormal truncatedNormal(double deviation) {
        return new TruncatedNormal(deviation);
    }

    /// Returns uniform weights for a symmetric activation or none: see [VarianceScaling].
    public static VarianceScaling glorotUniform() {
        return VarianceScaling.glorotUniform();
    }

    /// Returns normal weights for a symmetric activation or none: see [VarianceScaling].
    public static VarianceScaling glorotNormal() {
        return VarianceScaling.glorotNormal();
    }

    /// Returns uniform weights for an activation that cuts off half of the numbers: see
    /// [VarianceScaling].
    public static VarianceScaling heUniform() {
        return VarianceScaling.heUniform();
    }

    /// Returns normal weights for an activation that cuts off half of the numbers: see
    /// [VarianceScaling].
    public static VarianceScaling heNormal() {
        return VarianceScaling.heNormal();
    }

    /// Returns uniform weights whose variance is one over the inputs: see [VarianceScaling].
    public static VarianceScaling leCunUniform() {
        return VarianceScaling.leCunUniform();
    }

    /// Returns normal weights whose variance is one over the inputs: see [VarianceScaling].
    public static VarianceScaling leCunNormal() {
        return VarianceScaling.leCunNormal();
    }

    /// Returns weights whose variance is `scale` over the numbers that meet in a unit: see
    /// [VarianceScaling].
    public static VarianceScaling varianceScaling(
            double scale, VarianceScaling.Fan fan, VarianceScaling.Distribution distribution) {
        return new VarianceScaling(scale, fan, distribution);
    }

    /// Returns weights that turn their input without stretching it: see [Orthogonal].
    public static Orthogonal orthogonal() {
        return orthogonal(1);
    }

    /// Returns weights that turn their input and stretch it by `gain`: see [Orthogonal].
    public static Orthogonal orthogonal(double gain) {
        return new Orthogonal(gain);
    }

    /// Returns a matrix that lets its input through as it is: see [IdentityMatrix].
    public static IdentityMatrix identityMatrix() {
        return new IdentityMatrix(1, 1);
    }

    /// Returns filters of a convolution that let its input through as it is: see [IdentityMatrix].
    public static IdentityMatrix dirac() {
        return new IdentityMatrix(1, 1);
    }

    /// Returns normal weights of which a share is 0, with a deviation of 0.01: see [Sparse].
    public static Sparse sparse(double share) {
        return new Sparse(share, 0.01);
    }
}
