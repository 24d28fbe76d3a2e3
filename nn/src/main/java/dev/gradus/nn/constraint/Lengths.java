package dev.gradus.nn.constraint;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// The lengths of the vectors that a weight consists of.
final class Lengths {
    /// What keeps a divisor away from 0; Keras's.
    private static final double GUARD = 1e-7;

    private Lengths() {}

    /// Returns the lengths along `axes`; without any those along all axes but the last, which are
    /// the vectors that each unit multiplies its inputs by.
    static Tensor of(Tensor weight, List<Integer> axes) {
        var chosen =
                axes.isEmpty()
                        ? IntStream.range(0, Math.max(1, weight.rank() - 1)).boxed().toList()
                        : axes;
        for (var axis : chosen) {
            if (axis >= weight.rank() || axis < -weight.rank()) {
                throw new IllegalArgumentException(
                        "lengths along axis %d were to be limited but a weight has the shape %s"
                                .formatted(axis, weight.shape()));
            }
        }
        var positive =
                chosen.stream().mapToInt(axis -> axis < 0 ? axis + weight.rank() : axis).toArray();
        return weight.square().sumKeeping(Ints.of(positive)).sqrt();
    }

    /// Returns `weight` with its vectors brought from `lengths` to those that are `wanted`.
    static Tensor scaled(Tensor weight, Tensor lengths, Tensor wanted) {
        return weight.mul(wanted.div(lengths.add(GUARD)));
    }
}
