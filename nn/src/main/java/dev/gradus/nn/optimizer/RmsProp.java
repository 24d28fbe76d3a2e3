package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Divides each gradient by how large it usually is, so that all weights move at a like pace
/// (Hinton 2012, lecture 6e).
///
/// With `g = gradient + weightDecay × w`:
///
/// - `v = rho × v + (1 - rho) × g²`
/// - centred: `m = rho × m + (1 - rho) × g`, and `v - m²` takes the place of `v` in what follows
/// - `d = g / (√v + epsilon)`, with momentum `b = momentum × b + d` instead of `d`
/// - `w -= learningRate × d`
///
/// @param learningRate how large a step is
/// @param rho how slowly the means follow
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
/// @param momentum how much of the last step goes on
/// @param aroundMean whether the square is that of the distance from the mean
public record RmsProp(
        double learningRate,
        double rho,
        double epsilon,
        double weightDecay,
        double momentum,
        boolean aroundMean)
        implements Decaying {
    /// Checks the numbers.
    public RmsProp {
        Require.atLeast("rmsProp's learning rate", learningRate, 0);
        Require.share("rmsProp's rho", rho);
        Require.atLeast("rmsProp's epsilon", epsilon, 0);
        Require.atLeast("rmsProp's weight decay", weightDecay, 0);
        Require.share("rmsProp's momentum", momentum);
    }

    /// Returns the usual rule.
    public static RmsProp of(double learningRate) {
        return new RmsProp(learningRate, 0.99, 1e-8, 0, 0, false);
    }

    /// Returns this rule with means that follow otherwise.
    public RmsProp rho(double share) {
        return new RmsProp(learningRate, share, epsilon, weightDecay, momentum, aroundMean);
    }

    /// Returns this rule with another guard of the divisor.
    public RmsProp epsilon(double guard) {
        return new RmsProp(learningRate, rho, guard, weightDecay, momentum, aroundMean);
    }

    @Override
    public RmsProp weightDecay(double strength) {
        return new RmsProp(learningRate, rho, epsilon, strength, momentum, aroundMean);
    }

    /// Returns this rule with momentum.
    public RmsProp momentum(double share) {
        return new RmsProp(learningRate, rho, epsilon, weightDecay, share, aroundMean);
    }

    /// Returns this rule by the variance of gradients instead of their mean square (Graves 2013).
    public RmsProp centred() {
        return new RmsProp(learningRate, rho, epsilon, weightDecay, momentum, true);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        var zeros = Tensor.zerosLike(parameter);
        return Collections.nCopies(1 + (aroundMean ? 1 : 0) + (momentum > 0 ? 1 : 0), zeros);
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {rate};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var next = new ArrayList<Tensor>();
        var square = memory.getFirst().mul(rho).add(slope.square().mul(1 - rho));
        next.add(square);
        var spread = square;
        if (aroundMean) {
            var mean = memory.get(1).mul(rho).add(slope.mul(1 - rho));
            next.add(mean);
            // rounding can lead a little below 0, where there is no root
            spread = square.sub(mean.square()).maximum(0);
        }
        var step = slope.div(spread.sqrt().add(epsilon));
        if (momentum > 0) {
            step = memory.getLast().mul(momentum).add(step);
            next.add(step);
        }
        return new Change(parameter.sub(step.mul(rates.getFirst())), next);
    }

    @Override
    public String toString() {
        return Call.of("rmsProp")
                .with(learningRate)
                .unless(rho, 0.99, "rho")
                .unless(epsilon, 1e-8, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .unless(momentum, 0, "momentum")
                .then(aroundMean, "centred()")
                .toString();
    }
}
