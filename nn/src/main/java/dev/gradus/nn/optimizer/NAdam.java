package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// [Adam] with Nesterov's momentum: it looks where its momentum will carry it (Dozat 2016).
///
/// With `g = gradient + weightDecay × w`, and `m` and `v` as in [Adam], in step `t`:
///
/// - `μ(t) = beta1 × (1 - 0.96^(t × momentumDecay) / 2)`, `π(t) = μ(1) × ... × μ(t)`
/// - `d = √(v / (1 - beta2^t)) + epsilon`
/// - `w -= learningRate × ((1 - μ(t)) / (1 - π(t)) × g + μ(t + 1) / (1 - π(t + 1)) × m) / d`
///
/// @param learningRate how large a step is
/// @param beta1 how slowly the mean of the gradient follows
/// @param beta2 how slowly the mean of its square follows
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
/// @param momentumDecay how fast momentum comes to its full share
public record NAdam(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double momentumDecay)
        implements Decaying {
    /// Checks the numbers.
    public NAdam {
        Require.atLeast("nAdam's learning rate", learningRate, 0);
        Require.share("nAdam's beta1", beta1);
        Require.share("nAdam's beta2", beta2);
        Require.atLeast("nAdam's epsilon", epsilon, 0);
        Require.atLeast("nAdam's weight decay", weightDecay, 0);
        Require.atLeast("nAdam's momentum decay", momentumDecay, 0);
    }

    /// Returns the usual rule.
    public static NAdam of(double learningRate) {
        return new NAdam(learningRate, 0.9, 0.999, 1e-8, 0, 0.004);
    }

    /// Returns this rule with means that follow otherwise.
    public NAdam betas(double first, double second) {
        return new NAdam(learningRate, first, second, epsilon, weightDecay, momentumDecay);
    }

    /// Returns this rule with another guard of the divisor.
    public NAdam epsilon(double guard) {
        return new NAdam(learningRate, beta1, beta2, guard, weightDecay, momentumDecay);
    }

    @Override
    public NAdam weightDecay(double strength) {
        return new NAdam(learningRate, beta1, beta2, epsilon, strength, momentumDecay);
    }

    /// Returns this rule with momentum that comes to its full share at another speed.
    public NAdam momentumDecay(double speed) {
        return new NAdam(learningRate, beta1, beta2, epsilon, weightDecay, speed);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter), Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        var product = product(step);
        var next = share(step + 1);
        return new double[] {
            rate * (1 - share(step)) / (1 - product),
            rate * next / (1 - product * next),
            1 / Math.sqrt(1 - StrictMath.pow(beta2, (double) step))
        };
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var moments = Moments.next(memory, slope, beta1, beta2);
        var divisor = moments.square().sqrt().mul(rates.get(2)).add(epsilon);
        var direction = slope.mul(rates.get(0)).add(moments.mean().mul(rates.get(1)));
        return new Change(parameter.sub(direction.div(divisor)), moments.asList());
    }

    private double share(long step) {
        return beta1 * (1 - 0.5 * StrictMath.pow(0.96, step * momentumDecay));
    }

    private double product(long step) {
        var product = 1.0;
        // what is smaller does not change 1 - product any more
        for (long t = 1; t <= step && product > 1e-17; t++) {
            product *= share(t);
        }
        return product;
    }

    @Override
    public String toString() {
        return Call.of("nAdam")
                .with(learningRate)
                .then(beta1 != 0.9 || beta2 != 0.999, "betas(" + beta1 + ", " + beta2 + ")")
                .unless(epsilon, 1e-8, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .unless(momentumDecay, 0.004, "momentumDecay")
                .toString();
    }
}
