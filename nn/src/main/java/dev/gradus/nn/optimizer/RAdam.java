package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// [Adam] that waits with steps of a size of their own until it has seen enough gradients to know
/// how much they vary, so that it needs no warm-up (Liu and others 2019).
///
/// With `g`, `m` and `v` as in [Adam], `ρ∞ = 2 / (1 - beta2) - 1` and in step `t`
/// `ρ = ρ∞ - 2 t beta2^t / (1 - beta2^t)`:
///
/// - while `ρ ≤ 5`: `w -= learningRate × m / (1 - beta1^t)`
/// - then, with `r² = (ρ - 4) (ρ - 2) ρ∞ / ((ρ∞ - 4) (ρ∞ - 2) ρ)`:
///   `w -= learningRate × r × m / (1 - beta1^t) × √(1 - beta2^t) / (√v + epsilon)`
///
/// @param learningRate how large a step is
/// @param beta1 how slowly the mean of the gradient follows
/// @param beta2 how slowly the mean of its square follows
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
public record RAdam(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Decaying {
    /// Checks the numbers.
    public RAdam {
        Require.atLeast("rAdam's learning rate", learningRate, 0);
        Require.share("rAdam's beta1", beta1);
        Require.share("rAdam's beta2", beta2);
        Require.atLeast("rAdam's epsilon", epsilon, 0);
        Require.atLeast("rAdam's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule.
    public static RAdam of(double learningRate) {
        return new RAdam(learningRate, 0.9, 0.999, 1e-8, 0);
    }

    /// Returns this rule with means that follow otherwise.
    public RAdam betas(double first, double second) {
        return new RAdam(learningRate, first, second, epsilon, weightDecay);
    }

    /// Returns this rule with another guard of the divisor.
    public RAdam epsilon(double guard) {
        return new RAdam(learningRate, beta1, beta2, guard, weightDecay);
    }

    @Override
    public RAdam weightDecay(double strength) {
        return new RAdam(learningRate, beta1, beta2, epsilon, strength);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter), Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        var first = 1 - StrictMath.pow(beta1, (double) step);
        var power = StrictMath.pow(beta2, (double) step);
        var limit = 2 / (1 - beta2) - 1;
        var length = limit - 2 * step * power / (1 - power);
        if (length <= 5) {
            return new double[] {rate / first, 0};
        }
        var certainty =
                Math.sqrt(
                        (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
        return new double[] {0, rate * certainty * Math.sqrt(1 - power) / first};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var moments = Moments.next(memory, slope, beta1, beta2);
        var size = rates.get(1).div(moments.square().sqrt().add(epsilon)).add(rates.get(0));
        return new Change(parameter.sub(moments.mean().mul(size)), moments.asList());
    }

    @Override
    public String toString() {
        return Call.of("rAdam")
                .with(learningRate)
                .then(beta1 != 0.9 || beta2 != 0.999, "betas(" + beta1 + ", " + beta2 + ")")
                .unless(epsilon, 1e-8, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .toString();
    }
}
