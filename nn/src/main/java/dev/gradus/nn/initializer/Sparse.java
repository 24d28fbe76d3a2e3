package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;

/// Connects each output with some inputs only, by weights spread around 0 like a bell, so that
/// units differ from the beginning (Martens 2010).
///
/// The weight is taken as a matrix whose columns are its last axis; in each column a share of the
/// numbers, rounded up and chosen at random, is 0.
///
/// @param share how much of each column is 0, from 0 to 1
/// @param deviation the standard deviation of the others
public record Sparse(double share, double deviation) implements Initializer {
    /// Checks the numbers.
    public Sparse {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a share of %s of all weights was to be 0: give a number from 0 to 1"
                            .formatted(share));
        }
        Deviation.check(deviation);
    }

    /// Returns these weights with another deviation.
    public Sparse deviation(double other) {
        return new Sparse(share, other);
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        var draws = new Draws(seed);
        var values = Draws.fill(shape.count(), () -> draws.normal() * deviation);
        var columns = shape.rank() == 0 ? 1 : shape.size(-1);
        var rows = columns == 0 ? 0 : values.length / columns;
        var zeros = (int) Math.ceil(share * rows);
        var order = new int[rows];
        for (var column = 0; column < columns; column++) {
            for (var row = 0; row < rows; row++) {
                order[row] = row;
            }
            for (var i = 0; i < zeros; i++) {
                // the first `zeros` of a shuffled deck (Fisher and Yates)
                var other = i + (int) (draws.uniform() * (rows - i));
                var row = order[other];
                order[other] = order[i];
                values[row * columns + column] = 0;
            }
        }
        return values;
    }
}
