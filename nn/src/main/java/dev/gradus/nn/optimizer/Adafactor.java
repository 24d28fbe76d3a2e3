package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// [Adam] for large matrices: instead of a mean square for each weight it remembers one for each
/// row and one for each column, and it measures steps by how large the weights are (Shazeer and
/// Stern 2018).
///
/// In step `t`, with `β = 1 - t^squareDecay`, for the matrices of the last two axes:
///
/// - `r = β × r + (1 - β) × mean of gradient² of each row`, `c` likewise for each column
/// - `v = r c / max(mean(r), epsilon)`; with fewer axes `v` is the mean square of each weight
/// - `u = gradient / max(√v, epsilon)`
/// - `size = min(learningRate, 1 / √t) × max(smallest, rms(w))`
/// - `w = w × (1 - learningRate × weightDecay) - size × u / max(1, rms(u) / largest)`
///
/// where `rms` is the root of the mean of squares.
///
/// @param learningRate how large a step is
/// @param squareDecay the power of the step that says how much a gradient counts, below 0
/// @param epsilon what keeps the divisor away from 0
/// @param smallest how large weights count at least
/// @param largest the mean size of an update from which on it is shrunk
/// @param weightDecay how strongly weights are drawn towards 0
public record Adafactor(
        double learningRate,
        double squareDecay,
        double epsilon,
        double smallest,
        double largest,
        double weightDecay)
        implements Decaying {
    /// Checks the numbers.
    public Adafactor {
        Require.atLeast("adafactor's learning rate", learningRate, 0);
        Require.atMost("adafactor's square decay", squareDecay, 0);
        Require.above("adafactor's epsilon", epsilon, 0);
        Require.atLeast("adafactor's smallest", smallest, 0);
        Require.above("adafactor's largest", largest, 0);
        Require.atLeast("adafactor's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule.
    public static Adafactor of(double learningRate) {
        return new Adafactor(learningRate, -0.8, 0x1p-23, 0.001, 1.0, 0);
    }

    /// Returns this rule with means of squares that settle otherwise.
    public Adafactor squareDecay(double power) {
        return new Adafactor(learningRate, power, epsilon, smallest, largest, weightDecay);
    }

    /// Returns this rule with another guard of the divisor.
    public Adafactor epsilon(double guard) {
        return new Adafactor(learningRate, squareDecay, guard, smallest, largest, weightDecay);
    }

    /// Returns this rule with weights that count for at least `size`.
    public Adafactor smallest(double size) {
        return new Adafactor(learningRate, squareDecay, epsilon, size, largest, weightDecay);
    }

    /// Returns this rule with updates shrunk from another size on.
    public Adafactor largest(double size) {
        return new Adafactor(learningRate, squareDecay, epsilon, smallest, size, weightDecay);
    }

    @Override
    public Adafactor weightDecay(double strength) {
        return new Adafactor(learningRate, squareDecay, epsilon, smallest, largest, strength);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return parameter.rank() < 2
                ? List.of(Tensor.zerosLike(parameter))
                : List.of(Tensor.zerosLike(rows(parameter)), Tensor.zerosLike(columns(parameter)));
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {
            StrictMath.pow((double) step, squareDecay),
            Math.min(rate, 1 / Math.sqrt((double) step)),
            1 - rate * weightDecay
        };
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var shrunk = weightDecay > 0 ? parameter.mul(rates.get(2)) : parameter;
        var size = rootMeanSquare(parameter).maximum(smallest).mul(rates.get(1));
        var square = gradient.square();
        var next = new ArrayList<Tensor>();
        Tensor estimate;
        if (parameter.rank() < 2) {
            estimate = memory.getFirst().lerp(square, rates.getFirst());
            next.add(estimate);
        } else {
            var rows = memory.get(0).lerp(rows(square), rates.getFirst());
            var columns = memory.get(1).lerp(columns(square), rates.getFirst());
            next.add(rows);
            next.add(columns);
            estimate = rows.mul(columns).div(columns(rows).maximum(epsilon));
        }
        var update = gradient.div(estimate.maximum(epsilon * epsilon).sqrt());
        var excess = rootMeanSquare(update).div(largest).maximum(1);
        return new Change(shrunk.sub(update.mul(size.div(excess))), next);
    }

    private static Tensor rows(Tensor x) {
        return x.meanKeeping(Ints.of(x.rank() - 1));
    }

    private static Tensor columns(Tensor x) {
        return x.meanKeeping(Ints.of(x.rank() - 2));
    }

    private static Tensor rootMeanSquare(Tensor x) {
        return x.square().mean().sqrt();
    }

    @Override
    public String toString() {
        return Call.of("adafactor")
                .with(learningRate)
                .unless(squareDecay, -0.8, "squareDecay")
                .unless(epsilon, 0x1p-23, "epsilon")
                .unless(smallest, 0.001, "smallest")
                .unless(largest, 1.0, "largest")
                .unless(weightDecay, 0, "weightDecay")
                .toString();
    }
}
