package dev.gradus.jvm.map;

import java.util.Random;

/// Numbers that break careless code, and seeded random bit patterns.
public final class Values {

    /// Sizes around the vector widths and the size of a tile.
    public static final int[] SIZES = {0, 1, 13, 16, 17, 207, 1023, 1024};

    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        -0.5f,
        2f,
        3f,
        -3f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        88.72283f,
        88.72284f,
        89f,
        90f,
        -87.33655f,
        -103.97207f,
        -103.97208f,
        -104f,
        -105f,
        0.6f,
        0.91f,
        3.92f,
        4f,
        9.02f,
        10f,
        3.1415927f,
        -6.2831855f,
        31415.926f,
        100_000f,
        100_001f,
        -1e20f,
        8388607.5f,
        8388608f,
        -8388609f,
        16777217f,
        0.70710677f,
        0.70710678f,
        0.70710683f,
    };

    private Values() {}

    /// Returns the special values and `count` random ones: any bit pattern, and everyday
    /// magnitudes.
    public static float[] floats(long seed, int count) {
        var random = new Random(seed);
        var values = new float[SPECIAL.length + count];
        System.arraycopy(SPECIAL, 0, values, 0, SPECIAL.length);
        for (int i = SPECIAL.length; i < values.length; i++) {
            values[i] =
                    i % 2 == 0
                            ? Float.intBitsToFloat(random.nextInt())
                            : (float) (random.nextGaussian() * Math.exp(random.nextGaussian() * 4));
        }
        return values;
    }

    /// Returns the special values only.
    public static float[] special() {
        return SPECIAL.clone();
    }

    /// Returns everyday numbers, for sums that neither overflow nor vanish.
    public static float[] everyday(long seed, int count) {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
