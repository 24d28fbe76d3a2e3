package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// [AdamW] whose steps are as long as the weights of a layer are large, so that very large batches
/// can be learned from (You and others 2019).
///
/// With `m` and `v` as in [Adam], in step `t`, for each parameter:
///
/// - `u = m / (1 - beta1^t) / (√(v / (1 - beta2^t)) + epsilon) + weightDecay × w`
/// - `w -= learningRate × |w| / |u| × u`, where a length of 0 counts as if both were 1
///
/// @param learningRate how large a step is
/// @param beta1 how slowly the mean of the gradient follows
/// @param beta2 how slowly the mean of its square follows
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
public record Lamb(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Decaying {
    /// Checks the numbers.
    public Lamb {
        Require.atLeast("lamb's learning rate", learningRate, 0);
        Require.share("lamb's beta1", beta1);
        Require.share("lamb's beta2", beta2);
        Require.atLeast("lamb's epsilon", epsilon, 0);
        Require.atLeast("lamb's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule.
    public static Lamb of(double learningRate) {
        return new Lamb(learningRate, 0.9, 0.999, 1e-6, 0);
    }

    /// Returns this rule with means that follow otherwise.
    public Lamb betas(double first, double second) {
        return new Lamb(learningRate, first, second, epsilon, weightDecay);
    }

    /// Returns this rule with another guard of the divisor.
    public Lamb epsilon(double guard) {
        return new Lamb(learningRate, beta1, beta2, guard, weightDecay);
    }

    @Override
    public Lamb weightDecay(double strength) {
        return new Lamb(learningRate, beta1, beta2, epsilon, strength);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter), Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        var moments = Moments.rates(1, beta1, beta2, step);
        return new double[] {moments[0], moments[1], rate};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var moments = Moments.next(memory, gradient, beta1, beta2);
        var step = moments.step(rates, epsilon);
        var update = weightDecay > 0 ? step.add(parameter.mul(weightDecay)) : step;
        var weights = parameter.square().sum().sqrt();
        var length = update.square().sum().sqrt();
        var both = weights.greater(0).and(length.greater(0));
        // divided by 1 where it does not count: 0 / 0 is no number
        var ratio =
                both.where(weights, Tensor.onesLike(weights))
                        .div(both.where(length, Tensor.onesLike(length)));
        return new Change(parameter.sub(update.mul(ratio.mul(rates.get(2)))), moments.asList());
    }

    @Override
    public String toString() {
        return Call.of("lamb")
                .with(learningRate)
                .then(beta1 != 0.9 || beta2 != 0.999, "betas(" + beta1 + ", " + beta2 + ")")
                .unless(epsilon, 1e-6, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .toString();
    }
}
