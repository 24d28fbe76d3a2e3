package dev.gradus.data;

/// Puts things into an order that looks random and depends on a seed alone, on every machine.
///
/// Numbers come from SplitMix64 (Steele, Lea, Flood 2014), the order from Fisher and Yates.
final class RandomOrder {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /// @param seed the seed the user gave
    /// @param stream tells apart the uses of one seed, such as the classes of a split
    RandomOrder(long seed, long stream) {
        // mixed, so that neighbouring seeds and streams do not walk the same sequence shifted
        state = mix(seed + mix(stream + GOLDEN_GAMMA));
    }

    /// Shuffles in place.
    void shuffle(int[] values) {
        for (var i = values.length - 1; i > 0; i--) {
            var j = below(i + 1);
            var held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }

    /// Returns a number from 0 to `bound - 1`, each equally likely to within 2^-32.
    int below(int bound) {
        state += GOLDEN_GAMMA;
        return (int) Math.unsignedMultiplyHigh(mix(state), bound);
    }

    private static long mix(long value) {
        var z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
