package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// [Adam] that measures steps by the largest gradient lately instead of the mean of squares, which
/// makes it steady where gradients are sparse (Kingma and Ba 2014, section 7.1).
///
/// With `g = gradient + weightDecay × w`, in step `t`:
///
/// - `m = beta1 × m + (1 - beta1) × g`, `u = max(beta2 × u, |g| + epsilon)`
/// - `w -= learningRate / (1 - beta1^t) × m / u`
///
/// @param learningRate how large a step is
/// @param beta1 how slowly the mean of the gradient follows
/// @param beta2 how slowly the largest gradient is forgotten
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
public record Adamax(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Decaying {
    /// Checks the numbers.
    public Adamax {
        Require.atLeast("adamax's learning rate", learningRate, 0);
        Require.share("adamax's beta1", beta1);
        Require.share("adamax's beta2", beta2);
        Require.atLeast("adamax's epsilon", epsilon, 0);
        Require.atLeast("adamax's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule.
    public static Adamax of(double learningRate) {
        return new Adamax(learningRate, 0.9, 0.999, 1e-8, 0);
    }

    /// Returns this rule with means that follow otherwise.
    public Adamax betas(double first, double second) {
        return new Adamax(learningRate, first, second, epsilon, weightDecay);
    }

    /// Returns this rule with another guard of the divisor.
    public Adamax epsilon(double guard) {
        return new Adamax(learningRate, beta1, beta2, guard, weightDecay);
    }

    @Override
    public Adamax weightDecay(double strength) {
        return new Adamax(learningRate, beta1, beta2, epsilon, strength);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter), Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {rate / (1 - StrictMath.pow(beta1, (double) step))};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var mean = memory.get(0).mul(beta1).add(slope.mul(1 - beta1));
        var largest = memory.get(1).mul(beta2).maximum(slope.abs().add(epsilon));
        return new Change(
                parameter.sub(mean.mul(rates.getFirst()).div(largest)), List.of(mean, largest));
    }

    @Override
    public String toString() {
        return Call.of("adamax")
                .with(learningRate)
                .then(beta1 != 0.9 || beta2 != 0.999, "betas(" + beta1 + ", " + beta2 + ")")
                .unless(epsilon, 1e-8, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .toString();
    }
}
