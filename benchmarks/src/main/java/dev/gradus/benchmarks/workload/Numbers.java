package dev.gradus.benchmarks.workload;

/// Makes numbers that look random and are the same in every process and language.
///
/// Number `i` under a seed is SplitMix64 (Steele, Lea and Flood 2014) of `seed * 2^32 + i`, so the
/// script for Python makes the same ones from the same formula.
public final class Numbers {
    private Numbers() {}

    /// Returns `count` numbers in `[-bound, bound)`, each a multiple of `bound / 2^23`.
    public static float[] uniform(long seed, int count, float bound) {
        var numbers = new float[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = ((bits(seed, i) >>> 40) * 0x1p-23f - 1) * bound;
        }
        return numbers;
    }

    /// Returns `count` integers from 0 up to, not including, `bound`.
    public static int[] integers(long seed, int count, int bound) {
        var numbers = new int[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = (int) ((bits(seed, i) >>> 40) % bound);
        }
        return numbers;
    }

    private static long bits(long seed, int index) {
        var z = ((seed << 32) + index) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
