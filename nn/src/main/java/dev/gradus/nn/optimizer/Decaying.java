package dev.gradus.nn.optimizer;

/// A rule that draws weights towards 0 a little in each step, which keeps a network from leaning on
/// single large weights.
public interface Decaying extends OptimizerSpec {
    /// Returns how strongly weights are drawn towards 0.
    double weightDecay();

    /// Returns this rule with weights drawn towards 0 with another strength.
    Decaying weightDecay(double strength);

    /// Returns this rule with a decay of matrices and larger tensors alone. Biases and the scales
    /// of normalisations, which have one axis, stay free: to draw those towards 0 does not make a
    /// network simpler.
    default DecayingMatricesOnly decayingMatricesOnly() {
        return new DecayingMatricesOnly(this);
    }
}
