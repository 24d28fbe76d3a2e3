package dev.gradus.nn.optimizer;

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
/// @param clipping the limit on gradients
public record AdamW(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        Clipping clipping)
        implements OptimizerSpec {
    /// Checks the numbers.
    public AdamW {
        Moments.check("adamW", learningRate, beta1, beta2, epsilon, weightDecay);
    }

    /// Returns the usual rule, with a weight decay of 0.01.
    public static AdamW of(double learningRate) {
        return new AdamW(learningRate, 0.9, 0.999, 1e-8, 0.01, Clipping.NONE);
    }

    /// Returns this rule with means that follow otherwise.
    public AdamW betas(double first, double second) {
        return new AdamW(learningRate, first, second, epsilon, weightDecay, clipping);
    }

    /// Returns this rule with another guard of the divisor.
    public AdamW epsilon(double guard) {
        return new AdamW(learningRate, beta1, beta2, guard, weightDecay, clipping);
    }

    /// Returns this rule with weights drawn towards 0 otherwise.
    public AdamW weightDecay(double strength) {
        return new AdamW(learningRate, beta1, beta2, epsilon, strength, clipping);
    }

    /// Returns this rule with gradients no longer than `most`, taken as one vector.
    public AdamW clipNorm(double most) {
        return clipping(new Clipping.ByNorm(most));
    }

    /// Returns this rule with no number of a gradient beyond `most`.
    public AdamW clipValue(double most) {
        return clipping(new Clipping.ByValue(most));
    }

    private AdamW clipping(Clipping limit) {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, limit);
    }

    @Override
    public int memories() {
        return 2;
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
}
