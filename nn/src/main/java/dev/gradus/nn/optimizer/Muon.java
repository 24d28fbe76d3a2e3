package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.DoubleStream;

/// Turns each matrix of weights in all directions alike instead of the few strong ones that
/// gradients mostly point in (Jordan 2024).
///
/// For parameters of two axes and more, `[..., inputs, outputs]` taken as a matrix whose columns
/// are its last axis:
///
/// - `m = momentum × m + (1 - momentum) × gradient`,
///   Nesterov's `u = momentum × m + (1 - momentum) × gradient`, else `u = m`
/// - `o` = `u` with all its singular values brought near 1, by five steps `x = a x + b x xᵀ x + c x
///   (xᵀ x)²`
///   (Newton and Schulz)
/// - `w = w × (1 - learningRate × weightDecay) - learningRate × √max(1, outputs / inputs) × o`
///
/// Parameters of fewer axes, such as biases, follow the rule [#others]. Embeddings and the last
/// layer learn better by another rule as well: name those in a group of their own, see
/// [Optimizer#of].
///
/// @param learningRate how large a step is
/// @param momentum how much of the last steps goes on, at least 0 and below 1
/// @param nesterov whether momentum looks ahead
/// @param weightDecay how strongly matrices are drawn towards 0
/// @param others the rule of parameters of fewer than two axes; its rate keeps its proportion to
///     the learning rate
public record Muon(
        double learningRate,
        double momentum,
        boolean nesterov,
        double weightDecay,
        OptimizerSpec others)
        implements Decaying {
    private static final double A = 3.4445;
    private static final double B = -4.775;
    private static final double C = 2.0315;
    private static final int STEPS = 5;
    private static final double GUARD = 1e-7;

    /// Checks the numbers.
    public Muon {
        Require.above("muon's learning rate", learningRate, 0);
        Require.share("muon's momentum", momentum);
        Require.atLeast("muon's weight decay", weightDecay, 0);
        if (!(others.clipping() instanceof Clipping.None)) {
            throw new IllegalArgumentException(
                    "muon was given %s for the other parameters: limit the gradients of all together, as in muon(...).others(...).clipNorm(1)"
                            .formatted(others));
        }
    }

    /// Returns the usual rule, with a weight decay of 0.1, and `adamW(3e-4)` without decay for the
    /// others.
    public static Muon of(double learningRate) {
        return new Muon(learningRate, 0.95, true, 0.1, AdamW.of(3e-4).weightDecay(0));
    }

    /// Returns this rule with another momentum.
    public Muon momentum(double share) {
        return new Muon(learningRate, share, nesterov, weightDecay, others);
    }

    /// Returns this rule with momentum that does not look ahead.
    public Muon withoutNesterov() {
        return new Muon(learningRate, momentum, false, weightDecay, others);
    }

    @Override
    public Muon weightDecay(double strength) {
        return new Muon(learningRate, momentum, nesterov, strength, others);
    }

    /// Returns this rule with another one for parameters of fewer than two axes.
    public Muon others(OptimizerSpec rule) {
        return new Muon(learningRate, momentum, nesterov, weightDecay, rule);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return parameter.rank() < 2
                ? others.memories(parameter)
                : List.of(Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        var theirs = others.rates(others.learningRate() * (rate / learningRate), step);
        return DoubleStream.concat(
                        DoubleStream.of(rate, 1 - rate * weightDecay), DoubleStream.of(theirs))
                .toArray();
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        if (parameter.rank() < 2) {
            return others.change(parameter, gradient, memory, rates.subList(2, rates.size()));
        }
        var mean = memory.getFirst().mul(momentum).add(gradient.mul(1 - momentum));
        var update = nesterov ? mean.mul(momentum).add(gradient.mul(1 - momentum)) : mean;
        var outputs = parameter.size(-1);
        var inputs = parameter.count() / Math.max(1, outputs);
        var turned = turn(update.reshape(inputs, outputs)).reshape(parameter.shape());
        var stretch = Math.sqrt(Math.max(1, (double) outputs / Math.max(1, inputs)));
        var shrunk = weightDecay > 0 ? parameter.mul(rates.get(1)) : parameter;
        return new Change(shrunk.sub(turned.mul(rates.get(0)).mul(stretch)), List.of(mean));
    }

    /// Brings the singular values of a matrix near 1.
    private static Tensor turn(Tensor matrix) {
        var tall = matrix.size(0) > matrix.size(1);
        // the smaller of the two products x xᵀ is to be made
        var x = tall ? matrix.transpose() : matrix;
        x = x.div(x.square().sum().sqrt().maximum(GUARD));
        for (var step = 0; step < STEPS; step++) {
            var product = x.matmul(x.transpose());
            var bent = product.mul(B).add(product.matmul(product).mul(C));
            x = x.mul(A).add(bent.matmul(x));
        }
        return tall ? x.transpose() : x;
    }

    @Override
    public String toString() {
        return Call.of("muon")
                .with(learningRate)
                .unless(momentum, 0.95, "momentum")
                .then(!nesterov, "withoutNesterov()")
                .unless(weightDecay, 0.1, "weightDecay")
                .then(!others.equals(AdamW.of(3e-4).weightDecay(0)), "others(" + others + ")")
                .toString();
    }
}
