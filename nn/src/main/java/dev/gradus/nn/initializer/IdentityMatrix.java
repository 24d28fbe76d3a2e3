package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import java.util.Arrays;

/// Begins with weights that let numbers through as they are, as far as there are outputs for them,
/// so that a deep network begins as if it were a shallow one (Le, Jaitly and Hinton 2015; for
/// convolutions, whose middle lets numbers through, Zagoruyko and Komodakis 2017).
///
/// A weight `[inputs, outputs]` has `gain` on its diagonal and 0 elsewhere, one of
/// `[size..., inputs, outputs]` has such a matrix in the middle of its window. With several groups
/// the outputs of each have a diagonal of their own. A weight of fewer axes, such as a scale, is
/// `gain` everywhere.
///
/// @param gain what numbers are multiplied by
/// @param groups into how many parts a convolution divides its outputs
public record IdentityMatrix(double gain, int groups) implements Initializer {
    /// Checks the number of groups.
    public IdentityMatrix {
        if (groups < 1) {
            throw new IllegalArgumentException(
                    "weights that let numbers through were to have %d groups: give 1 or more"
                            .formatted(groups));
        }
    }

    /// Returns these weights with numbers that are multiplied by another gain.
    public IdentityMatrix gain(double factor) {
        return new IdentityMatrix(factor, groups);
    }

    /// Returns these weights for a convolution in several groups.
    public IdentityMatrix groups(int count) {
        return new IdentityMatrix(gain, count);
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        var values = new float[shape.count()];
        if (shape.rank() < 2) {
            Arrays.fill(values, (float) gain);
            return values;
        }
        var inputs = shape.size(-2);
        var outputs = shape.size(-1);
        if (outputs % groups != 0) {
            throw new IllegalArgumentException(
                    "a weight of shape %s cannot let numbers through in %d groups: its last size must be a multiple of them"
                            .formatted(shape, groups));
        }
        if (values.length == 0) {
            return values;
        }
        var each = outputs / groups;
        for (var group = 0; group < groups; group++) {
            for (var i = 0; i < Math.min(inputs, each); i++) {
                values[middle(shape) + i * outputs + group * each + i] = (float) gain;
            }
        }
        return values;
    }

    /// Returns where the matrix in the middle of the window begins.
    private static int middle(Shape shape) {
        var at = 0;
        for (var axis = 0; axis < shape.rank() - 2; axis++) {
            at = at * shape.size(axis) + shape.size(axis) / 2;
        }
        return at * shape.size(-2) * shape.size(-1);
    }
}
