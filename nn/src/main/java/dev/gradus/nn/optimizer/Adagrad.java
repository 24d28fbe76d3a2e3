package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Gives each weight smaller steps the more it has moved already, so that rare features keep
/// learning (Duchi, Hazan and Singer 2011).
///
/// With `g = gradient + weightDecay × w`, in step `t`:
///
/// - `s = s + g²`
/// - `w -= learningRate / (1 + (t - 1) × rateDecay) × g / (√s + epsilon)`
///
/// @param learningRate how large a step is
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
/// @param rateDecay how fast steps shrink besides
/// @param initial the sum of squares to begin with
public record Adagrad(
        double learningRate, double epsilon, double weightDecay, double rateDecay, double initial)
        implements Decaying {
    /// Checks the numbers.
    public Adagrad {
        Require.atLeast("adagrad's learning rate", learningRate, 0);
        Require.atLeast("adagrad's epsilon", epsilon, 0);
        Require.atLeast("adagrad's weight decay", weightDecay, 0);
        Require.atLeast("adagrad's rate decay", rateDecay, 0);
        Require.atLeast("adagrad's initial", initial, 0);
    }

    /// Returns the usual rule.
    public static Adagrad of(double learningRate) {
        return new Adagrad(learningRate, 1e-10, 0, 0, 0);
    }

    /// Returns this rule with another guard of the divisor.
    public Adagrad epsilon(double guard) {
        return new Adagrad(learningRate, guard, weightDecay, rateDecay, initial);
    }

    @Override
    public Adagrad weightDecay(double strength) {
        return new Adagrad(learningRate, epsilon, strength, rateDecay, initial);
    }

    /// Returns this rule with steps that shrink besides.
    public Adagrad rateDecay(double speed) {
        return new Adagrad(learningRate, epsilon, weightDecay, speed, initial);
    }

    /// Returns this rule with another sum of squares to begin with, which keeps first steps small.
    public Adagrad initial(double sum) {
        return new Adagrad(learningRate, epsilon, weightDecay, rateDecay, sum);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter).add(initial));
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {rate / (1 + (step - 1) * rateDecay)};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var sum = memory.getFirst().add(slope.square());
        var step = slope.mul(rates.getFirst()).div(sum.sqrt().add(epsilon));
        return new Change(parameter.sub(step), List.of(sum));
    }

    @Override
    public String toString() {
        return Call.of("adagrad")
                .with(learningRate)
                .unless(epsilon, 1e-10, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .unless(rateDecay, 0, "rateDecay")
                .unless(initial, 0, "initial")
                .toString();
    }
}
