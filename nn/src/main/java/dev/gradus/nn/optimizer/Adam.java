package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Gives each weight a step of its own size, from running means of its gradient and of the
/// gradient's square (Kingma and Ba 2014).
///
/// With `g = gradient + weightDecay × w`, in step `t`:
///
/// - `m = beta1 × m + (1 - beta1) × g`, `v = beta2 × v + (1 - beta2) × g²`
/// - `w -= learningRate / (1 - beta1^t) × m / (√v / √(1 - beta2^t) + epsilon)`
///
/// With [#amsGrad] the largest `v` so far takes the place of `v` in the last line.
///
/// @param learningRate how large a step is
/// @param beta1 how slowly the mean of the gradient follows
/// @param beta2 how slowly the mean of its square follows
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0; [AdamW] does that better
/// @param largest whether the largest `v` so far counts
public record Adam(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        boolean largest)
        implements Decaying {
    /// Checks the numbers.
    public Adam {
        Require.atLeast("adam's learning rate", learningRate, 0);
        Require.share("adam's beta1", beta1);
        Require.share("adam's beta2", beta2);
        Require.atLeast("adam's epsilon", epsilon, 0);
        Require.atLeast("adam's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule.
    public static Adam of(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8, 0, false);
    }

    /// Returns this rule with means that follow otherwise.
    public Adam betas(double first, double second) {
        return new Adam(learningRate, first, second, epsilon, weightDecay, largest);
    }

    /// Returns this rule with another guard of the divisor.
    public Adam epsilon(double guard) {
        return new Adam(learningRate, beta1, beta2, guard, weightDecay, largest);
    }

    @Override
    public Adam weightDecay(double strength) {
        return new Adam(learningRate, beta1, beta2, epsilon, strength, largest);
    }

    /// Returns this rule by the largest mean of squares so far, so that steps only shrink (Reddi,
    /// Kale and Kumar 2018).
    public Adam amsGrad() {
        return new Adam(learningRate, beta1, beta2, epsilon, weightDecay, true);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return Moments.memories(parameter, largest);
    }

    @Override
    public double[] rates(double rate, long step) {
        return Moments.rates(rate, beta1, beta2, step);
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var moments = Moments.next(memory, slope, beta1, beta2);
        return new Change(parameter.sub(moments.step(rates, epsilon)), moments.asList());
    }

    @Override
    public String toString() {
        return Call.of("adam")
                .with(learningRate)
                .then(beta1 != 0.9 || beta2 != 0.999, "betas(" + beta1 + ", " + beta2 + ")")
                .unless(epsilon, 1e-8, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .then(largest, "amsGrad()")
                .toString();
    }
}
