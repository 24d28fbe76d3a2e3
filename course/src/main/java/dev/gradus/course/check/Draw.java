package dev.gradus.course.check;

import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;

/// Draws the inputs of cases: the same ones in every run, small and round ones first.
///
/// Early cases are tiny boxes of small whole numbers, which a person can follow; later ones are larger
/// and not round, which finds what tiny ones hide.
public final class Draw {
    private static final int ROUND_CASES = 40;

    private final SplittableRandom random;
    private final int largest;
    private final boolean isRound;

    Draw(long seed, int number) {
        random = new SplittableRandom(seed * 1_000_003 + number);
        largest = Math.min(2 + number / 10, 7);
        isRound = number < ROUND_CASES;
    }

    /// Returns the size of an axis, 1 or more.
    public int size() {
        return 1 + random.nextInt(largest);
    }

    /// Returns a whole number from `low` to `high`, both included.
    public int integer(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /// Returns a number, seldom beyond 10 either way.
    public double number() {
        return isRound ? integer(-9, 9) : Math.round(random.nextGaussian() * 4000) / 1000.0;
    }

    /// Returns one of these.
    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /// Returns yes or no.
    public boolean flag() {
        return random.nextBoolean();
    }

    /// Returns whole numbers from `low` to `high`, both included.
    public int[] integers(int length, int low, int high) {
        return random.ints(length, low, high + 1).toArray();
    }

    /// Returns numbers in a row.
    public double[] vector(int length) {
        var vector = new double[length];
        for (var i = 0; i < length; i++) {
            vector[i] = number();
        }
        return vector;
    }

    /// Returns numbers in rows.
    public double[][] matrix(int rows, int columns) {
        var matrix = new double[rows][];
        for (var i = 0; i < rows; i++) {
            matrix[i] = vector(columns);
        }
        return matrix;
    }

    /// Returns numbers in a box with three axes.
    public double[][][] box(int layers, int rows, int columns) {
        var box = new double[layers][][];
        for (var i = 0; i < layers; i++) {
            box[i] = matrix(rows, columns);
        }
        return box;
    }

    /// Returns a tensor of type float32.
    public Tensor tensor(int... sizes) {
        var count = 1;
        for (var size : sizes) {
            count *= size;
        }
        var values = new float[count];
        for (var i = 0; i < count; i++) {
            values[i] = (float) number();
        }
        return Tensor.of(values, sizes);
    }
}
