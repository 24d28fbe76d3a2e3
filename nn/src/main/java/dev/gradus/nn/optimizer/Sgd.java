package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Walks downhill by the gradient of each batch (stochastic gradient descent: Robbins and Monro
/// 1951), if wished with momentum, like a ball that keeps rolling (Polyak 1964; Nesterov 1983).
///
/// With `g = gradient + weightDecay × w`:
///
/// - without momentum: `w -= learningRate × g`
/// - with it: `v = momentum × v + (1 - dampening) × g`, in the first step `v = g`, and
///   `w -= learningRate × v`
/// - Nesterov's: `v = momentum × v + g`, `w -= learningRate × (g + momentum × v)`
///
/// @param learningRate how large a step is
/// @param momentum how much of the last step goes on, at least 0 and below 1
/// @param dampening how much of the gradient momentum leaves out
/// @param ahead whether momentum is Nesterov's
/// @param weightDecay how strongly weights are drawn towards 0
public record Sgd(
        double learningRate, double momentum, double dampening, boolean ahead, double weightDecay)
        implements Decaying {
    /// Checks the numbers.
    public Sgd {
        Require.atLeast("sgd's learning rate", learningRate, 0);
        Require.share("sgd's momentum", momentum);
        Require.share("sgd's dampening", dampening);
        if (ahead && (momentum == 0 || dampening > 0)) {
            throw new IllegalArgumentException(
                    "sgd was given nesterov without momentum or with dampening: say sgd(...).momentum(0.9).nesterov()");
        }
        Require.atLeast("sgd's weight decay", weightDecay, 0);
    }

    /// Returns the plain rule.
    public static Sgd of(double learningRate) {
        return new Sgd(learningRate, 0, 0, false, 0);
    }

    /// Returns this rule with momentum.
    public Sgd momentum(double share) {
        return new Sgd(learningRate, share, dampening, ahead, weightDecay);
    }

    /// Returns this rule with momentum that takes up less of each gradient.
    public Sgd dampening(double share) {
        return new Sgd(learningRate, momentum, share, ahead, weightDecay);
    }

    /// Returns this rule with Nesterov's momentum, which looks ahead.
    public Sgd nesterov() {
        return new Sgd(learningRate, momentum, dampening, true, weightDecay);
    }

    @Override
    public Sgd weightDecay(double strength) {
        return new Sgd(learningRate, momentum, dampening, ahead, strength);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return momentum > 0 ? List.of(Tensor.zerosLike(parameter)) : List.of();
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {rate, step == 1 ? 1 : 1 - dampening};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var rate = rates.getFirst();
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        if (momentum == 0) {
            return new Change(parameter.sub(slope.mul(rate)), List.of());
        }
        var taken = dampening > 0 ? slope.mul(rates.get(1)) : slope;
        var velocity = memory.getFirst().mul(momentum).add(taken);
        var direction = ahead ? slope.add(velocity.mul(momentum)) : velocity;
        return new Change(parameter.sub(direction.mul(rate)), List.of(velocity));
    }

    @Override
    public String toString() {
        return Call.of("sgd")
                .with(learningRate)
                .unless(momentum, 0, "momentum")
                .unless(dampening, 0, "dampening")
                .then(ahead, "nesterov()")
                .unless(weightDecay, 0, "weightDecay")
                .toString();
    }
}
