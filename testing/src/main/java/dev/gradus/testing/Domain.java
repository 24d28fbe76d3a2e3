package dev.gradus.testing;

import dev.gradus.tensor.DType;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;

/// Where the numbers of one input of an operation may lie.
///
/// Fractions are drawn from a grid of 64ths, shifted a little so that no number falls on a kink
/// such as 0 or 1, that numbers of two inputs are never equal, and that each is the same in
/// `float32`, in `float64` and written out in decimal.
///
/// @param low the least size of a number
/// @param high the largest size of a number
/// @param eitherSign whether the sign is drawn too, so that `low` is a distance from 0
/// @param whole whether only whole numbers are drawn, so that some are equal
/// @param type the type, where it is not that of the row: indices stay `int64` whatever they look
///     up
public record Domain(
        double low, double high, boolean eitherSign, boolean whole, Optional<DType> type) {
    /// Numbers of either sign without restriction: fractions up to 3, whole numbers up to 100.
    public static final Domain ANY = new Domain(-3, 3, false, false, Optional.empty());

    /// Positive numbers, for logarithms and roots.
    public static final Domain POSITIVE = between(0.25, 4);

    /// Numbers of either sign away from 0, for divisors.
    public static final Domain NOT_ZERO = new Domain(0.5, 4, true, false, Optional.empty());

    /// A few whole numbers, many of them equal.
    public static final Domain FEW = new Domain(-2, 2, false, true, Optional.empty());

    /// Numbers whose product stays ordinary.
    public static final Domain NEAR_ONE = new Domain(0.75, 1.5, true, false, Optional.empty());

    /// The whole numbers 0 to 3.
    public static final Domain COUNTS = new Domain(0, 3, false, true, Optional.empty());

    /// True or false, whatever the type of the row.
    public static final Domain TRUTH = new Domain(0, 1, false, true, Optional.of(DType.BOOL));

    private static final int GRID = 64;

    /// Returns the numbers between two bounds.
    public static Domain between(double low, double high) {
        return new Domain(low, high, false, false, Optional.empty());
    }

    /// Returns the indices 0 to `size - 1`, always `int64`.
    public static Domain indices(int size) {
        return new Domain(0, size - 1, false, true, Optional.of(DType.INT64));
    }

    /// Returns `count` numbers for input number `input`, the same for the same seed. Fractions are
    /// all different as long as the grid has enough of them.
    public double[] draw(int count, DType type, int input, long seed) {
        var random = new SplittableRandom(seed);
        var steps = (int) Math.floor((high - low) * GRID);
        var taken = new BitSet();
        var numbers = new double[count];
        for (var i = 0; i < count; i++) {
            var size =
                    type.isFloating() && !whole
                            ? low + fraction(step(random, steps, count, taken), input)
                            : wholeNumber(type, random);
            numbers[i] = eitherSign && isSigned(type) && random.nextBoolean() ? -size : size;
        }
        return numbers;
    }

    private static int step(SplittableRandom random, int steps, int count, BitSet taken) {
        var step = random.nextInt(Math.max(1, steps));
        if (count <= steps) {
            while (taken.get(step)) {
                step = random.nextInt(steps);
            }
            taken.set(step);
        }
        return step;
    }

    private static double fraction(int step, int input) {
        return (step + (2 * input + 1) / 8.0) / GRID;
    }

    private double wholeNumber(DType type, SplittableRandom random) {
        if (type == DType.BOOL) {
            return random.nextInt(2);
        }
        var wide = equals(ANY);
        var least = wide ? -100 : (int) Math.ceil(low);
        var most = wide ? 100 : (int) Math.floor(high);
        least = isSigned(type) ? least : Math.max(least, 0);
        most = wide && !isSigned(type) ? 255 : most;
        return least + random.nextInt(most - least + 1);
    }

    private static boolean isSigned(DType type) {
        return type != DType.UINT8 && type != DType.BOOL;
    }
}
