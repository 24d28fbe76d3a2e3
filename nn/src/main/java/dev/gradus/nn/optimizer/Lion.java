package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Moves each weight by the same distance, in the direction in which its gradients mostly point
/// (Chen and others 2023). It wants a learning rate several times smaller than [AdamW]'s and a
/// weight decay as much larger.
///
/// - `d = sign(beta1 × m + (1 - beta1) × gradient)`, `m = beta2 × m + (1 - beta2) × gradient`
/// - `w = w × (1 - learningRate × weightDecay) - learningRate × d`
///
/// @param learningRate how large a step is
/// @param beta1 how much the mean of gradients counts beside the present one
/// @param beta2 how slowly the mean of gradients follows
/// @param weightDecay how strongly weights are drawn towards 0
public record Lion(double learningRate, double beta1, double beta2, double weightDecay)
        implements Decaying {
    /// Checks the numbers.
    public Lion {
        Require.atLeast("lion's learning rate", learningRate, 0);
        Require.share("lion's beta1", beta1);
        Require.share("lion's beta2", beta2);
        Require.atLeast("lion's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule.
    public static Lion of(double learningRate) {
        return new Lion(learningRate, 0.9, 0.99, 0);
    }

    /// Returns this rule with means that follow otherwise.
    public Lion betas(double first, double second) {
        return new Lion(learningRate, first, second, weightDecay);
    }

    @Override
    public Lion weightDecay(double strength) {
        return new Lion(learningRate, beta1, beta2, strength);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {rate, 1 - rate * weightDecay};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var shrunk = weightDecay > 0 ? parameter.mul(rates.get(1)) : parameter;
        var mean = memory.getFirst();
        var direction = mean.mul(beta1).add(gradient.mul(1 - beta1)).sign();
        return new Change(
                shrunk.sub(direction.mul(rates.getFirst())),
                List.of(mean.mul(beta2).add(gradient.mul(1 - beta2))));
    }

    @Override
    public String toString() {
        return Call.of("lion")
                .with(learningRate)
                .then(beta1 != 0.9 || beta2 != 0.99, "betas(" + beta1 + ", " + beta2 + ")")
                .unless(weightDecay, 0, "weightDecay")
                .toString();
    }
}
