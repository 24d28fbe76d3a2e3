package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// The running means that [Adam] and [AdamW] share.
///
/// @param mean of the gradient
/// @param square of its square
record Moments(Tensor mean, Tensor square) {
    static void check(
            String rule,
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay) {
        Require.atLeast(rule + "'s learning rate", learningRate, 0);
        Require.share(rule + "'s first beta", beta1);
        Require.share(rule + "'s second beta", beta2);
        Require.atLeast(rule + "'s epsilon", epsilon, 0);
        Require.atLeast(rule + "'s weight decay", weightDecay, 0);
    }

    /// Returns the size of step number `step` and what the root of the square is to be multiplied by:
    /// means that begin at 0 are too small at first.
    static double[] rates(double learningRate, double beta1, double beta2, long step) {
        var t = (double) step;
        return new double[] {
            learningRate / (1 - StrictMath.pow(beta1, t)),
            1 / Math.sqrt(1 - StrictMath.pow(beta2, t))
        };
    }

    static Moments next(
            List<? extends Tensor> memory, Tensor gradient, double beta1, double beta2) {
        return new Moments(
                memory.get(0).mul(beta1).add(gradient.mul(1 - beta1)),
                memory.get(1).mul(beta2).add(gradient.square().mul(1 - beta2)));
    }

    /// Returns what is taken from the parameter.
    Tensor step(List<Tensor> rates, double epsilon) {
        return mean.mul(rates.get(0)).div(square.sqrt().mul(rates.get(1)).add(epsilon));
    }

    List<Tensor> asList() {
        return List.of(mean, square);
    }
}
