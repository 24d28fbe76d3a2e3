package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;

/// Begins with directions at right angles to each other, so that the weight turns its input without
/// stretching it (Saxe, McClelland and Ganguli 2013).
///
/// The weight is taken as a matrix whose columns are its last axis; its columns, or its rows where
/// those are fewer, are at right angles and of length `gain`.
///
/// @param gain the length
public record Orthogonal(double gain) implements Initializer {
    @Override
    public float[] values(Shape shape, Seed seed) {
        var columns = shape.rank() == 0 ? 1 : shape.size(-1);
        var rows = columns == 0 ? 0 : shape.count() / columns;
        var wide = columns > rows;
        var directions =
                directions(Math.min(rows, columns), Math.max(rows, columns), new Draws(seed));
        var values = new float[shape.count()];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var number = wide ? directions[row][column] : directions[column][row];
                values[row * columns + column] = (float) (gain * number);
            }
        }
        return values;
    }

    /// Random directions, each freed of what it shares with those before it (Gram and Schmidt) and
    /// brought to length 1.
    private static double[][] directions(int count, int length, Draws draws) {
        var directions = new double[count][length];
        for (var i = 0; i < count; i++) {
            for (var k = 0; k < length; k++) {
                directions[i][k] = draws.normal();
            }
            // the second pass removes what rounding left in the first
            for (var pass = 0; pass < 2; pass++) {
                for (var before = 0; before < i; before++) {
                    subtract(directions[i], directions[before]);
                }
            }
            var norm = Math.sqrt(product(directions[i], directions[i]));
            for (var k = 0; k < length; k++) {
                directions[i][k] /= norm;
            }
        }
        return directions;
    }

    private static void subtract(double[] direction, double[] unit) {
        var shared = product(direction, unit);
        for (var k = 0; k < unit.length; k++) {
            direction[k] -= shared * unit[k];
        }
    }

    private static double product(double[] a, double[] b) {
        // four sums: the adds of one would wait for each other, for seconds in a large weight
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        var k = 0;
        for (; k + 3 < a.length; k += 4) {
            first += a[k] * b[k];
            second += a[k + 1] * b[k + 1];
            third += a[k + 2] * b[k + 2];
            fourth += a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            first += a[k] * b[k];
        }
        return first + second + (third + fourth);
    }
}
