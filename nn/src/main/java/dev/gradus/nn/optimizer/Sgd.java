package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Walks downhill by the gradient of each batch (stochastic gradient descent: Robbins and Monro
/// 1951), if wished with momentum, like a ball that keeps rolling (Polyak 1964; Nesterov 1983).
///
/// With `g = gradient + weightDecay × w`:
///
/// - without momentum: `w -= learningRate × g`
/// - with it: `v = momentum × v + g`, `w -= learningRate × v`
/// - Nesterov's: `v = momentum × v + g`, `w -= learningRate × (g + momentum × v)`
///
/// @param learningRate how large a step is
/// @param momentum how much of the last step goes on, at least 0 and below 1
/// @param lookAhead whether momentum is Nesterov's
/// @param weightDecay how strongly weights are drawn towards 0
/// @param clipping the limit on gradients
public record Sgd(
        double learningRate,
        double momentum,
        boolean lookAhead,
        double weightDecay,
        Clipping clipping)
        implements OptimizerSpec {
    /// Checks the numbers.
    public Sgd {
        Require.atLeast("sgd's learning rate", learningRate, 0);
        Require.share("sgd's momentum", momentum);
        Require.atLeast("sgd's weight decay", weightDecay, 0);
        if (lookAhead && momentum == 0) {
            throw new IllegalArgumentException(
                    "sgd was given nesterov without momentum: say sgd(...).momentum(0.9).nesterov()");
        }
    }

    /// Returns the plain rule.
    public static Sgd of(double learningRate) {
        return new Sgd(learningRate, 0, false, 0, Clipping.NONE);
    }

    /// Returns this rule with momentum.
    public Sgd momentum(double share) {
        return new Sgd(learningRate, share, lookAhead, weightDecay, clipping);
    }

    /// Returns this rule with Nesterov's look ahead.
    public Sgd nesterov() {
        return new Sgd(learningRate, momentum, true, weightDecay, clipping);
    }

    /// Returns this rule with weights drawn towards 0.
    public Sgd weightDecay(double strength) {
        return new Sgd(learningRate, momentum, lookAhead, strength, clipping);
    }

    /// Returns this rule with gradients no longer than `most`, taken as one vector.
    public Sgd clipNorm(double most) {
        return clipping(new Clipping.ByNorm(most));
    }

    /// Returns this rule with no number of a gradient beyond `most`.
    public Sgd clipValue(double most) {
        return clipping(new Clipping.ByValue(most));
    }

    private Sgd clipping(Clipping limit) {
        return new Sgd(learningRate, momentum, lookAhead, weightDecay, limit);
    }

    @Override
    public int memories() {
        return momentum > 0 ? 1 : 0;
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {rate};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var rate = rates.getFirst();
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        if (momentum == 0) {
            return new Change(parameter.sub(slope.mul(rate)), List.of());
        }
        var velocity = memory.getFirst().mul(momentum).add(slope);
        var direction = lookAhead ? slope.add(velocity.mul(momentum)) : velocity;
        return new Change(parameter.sub(direction.mul(rate)), List.of(velocity));
    }
}
