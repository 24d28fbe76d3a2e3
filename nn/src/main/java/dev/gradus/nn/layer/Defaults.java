package dev.gradus.nn.layer;

import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;

/// Where weights begin when nothing is said.
final class Defaults {
    private Defaults() {}

    /// Returns the initializer that keeps numbers of one size from layer to layer through
    /// `activation`: one that cuts off half of them needs weights √2 times as large.
    static Initializer before(Activation activation) {
        return switch (activation) {
            // the constants of selu were computed for weights of this variance
            case Rectifier.Selu _ -> VarianceScaling.leCunNormal();
            case Rectifier _, SelfGated _ -> VarianceScaling.heNormal();
            case Activation.Linear _,
                    Activation.Exponential _,
                    Squash _,
                    Shrink _,
                    Shares _,
                    GatedUnit _ ->
                    VarianceScaling.glorotUniform();
        };
    }

    /// Returns the initializer for weights that each see a single channel. The shape of such a
    /// weight tells how many numbers come in, but not how many go out.
    static Initializer depthwiseBefore(Activation activation) {
        return before(activation) instanceof VarianceScaling(_, var fan, _)
                        && fan == VarianceScaling.Fan.IN
                ? before(activation)
                : VarianceScaling.leCunNormal();
    }
}
