package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// [Adam] whose weight decay does not pass through the running means, so that it draws all weights
/// towards 0 alike (Loshchilov and Hutter 2017).
///
/// First `w = w × (1 - learningRate × weightDecay)`, then a step as in [Adam] without decay.
///
/// @param learningRate how large a step is
/// @param beta1 how slowly the mean of the gradient follows
/// @param beta2 how slowly the mean of its square follows
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
/// @param largest whether the largest mean of squares so far counts, as in [Adam]
public record AdamW(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        boolean largest)
        implements Decaying {
    /// Checks the numbers.
    public AdamW {
        Require.atLeast("adamW's learning rate", learningRate, 0);
        Require.share("adamW's beta1", beta1);
        Require.share("adamW's beta2", beta2);
        Require.atLeast("adamW's epsilon", epsilon, 0);
        Require.atLeast("adamW's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule, with a weight decay of 0.01.
    public static AdamW of(double learningRate) {
        return new AdamW(learningRate, 0.9, 0.999, 1e-8, 0.01, false);
    }

    /// Returns this rule with means that follow otherwise.
    public AdamW betas(double first, double second) {
        return new AdamW(learningRate, first, second, epsilon, weightDecay, largest);
    }

    /// Returns this rule with another guard of the divisor.
    public AdamW epsilon(double guard) {
        return new AdamW(learningRate, beta1, beta2, guard, weightDecay, largest);
    }

    @Override
    public AdamW weightDecay(double strength) {
        return new AdamW(learningRate, beta1, beta2, epsilon, strength, largest);
    }

    /// Returns this rule by the largest mean of squares so far, so that steps only shrink (Reddi,
    /// Kale and Kumar 2018).
    public AdamW amsGrad() {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, true);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return Moments.memories(parameter, largest);
    }

    @Override
    public double[] rates(double rate, long step) {
        var moments = Moments.rates(rate, beta1, beta2, step);
        return new double[] {moments[0], moments[1], 1 - rate * weightDecay};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var shrunk = weightDecay > 0 ? parameter.mul(rates.get(2)) : parameter;
        var moments = Moments.next(memory, gradient, beta1, beta2);
        return new Change(shrunk.sub(moments.step(rates, epsilon)), moments.asList());
    }

    @Override
    public String toString() {
        return Call.of("adamW")
                .with(learningRate)
                .then(beta1 != 0.9 || beta2 != 0.999, "betas(" + beta1 + ", " + beta2 + ")")
                .unless(epsilon, 1e-8, "epsilon")
                .unless(weightDecay, 0.01, "weightDecay")
                .then(largest, "amsGrad()")
                .toString();
    }
}
