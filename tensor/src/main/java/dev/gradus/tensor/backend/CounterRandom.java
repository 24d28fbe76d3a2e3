package dev.gradus.tensor.backend;

/// Defines the random numbers of Gradus: each is computed from a key, a place and a position alone.
///
/// There is no generator with a state that every draw changes. Number `index` at the place `site`
/// of a program is a hash of (`key`, `site`, `index`), so it is the same whoever computes it, in
/// whatever order and on however many threads; another step of training is another key.
///
/// Key, site and the upper half of the index are mixed into 64 bits once (by the finalizer of
/// SplitMix64: Steele, Lea and Flood, 2014). The lower half of the index then passes through three
/// rounds of xor-shift and multiplication with the constants of `triple32` (Chris Wellons, *Hash
/// Function Prospector*, public domain), into which the two halves of those 64 bits are added:
/// 32-bit arithmetic only, so that a vector does it in every lane.
public final class CounterRandom {

    /// The multiplier of the first round.
    public static final int FIRST = 0xed5ad4bb;

    /// The multiplier of the second round.
    public static final int SECOND = 0xac4c1b51;

    /// The multiplier of the third round.
    public static final int THIRD = 0x31848bab;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long LOWER = 0xffff_ffffL;

    /// Distinguishes the second 32 bits of a float64 number from the first.
    private static final long SECOND_HALF = 0x6a09e667f3bcc909L;

    private CounterRandom() {}

    /// Returns 32 random bits.
    public static int bits(long key, long site, long index) {
        return bits(stream(key, site, index), (int) index);
    }

    /// Returns a random number of at least 0 and below 1, one of 2²⁴ that are equally likely.
    public static float uniformFloat(long key, long site, long index) {
        return (bits(key, site, index) >>> 8) * 0x1p-24f;
    }

    /// Returns a random number of at least 0 and below 1, one of 2⁵³ that are equally likely.
    public static double uniformDouble(long key, long site, long index) {
        long upper = bits(key, site, index) & LOWER;
        long lower = bits(key, site ^ SECOND_HALF, index) & LOWER;
        return ((upper << 21) ^ (lower >>> 11)) * 0x1p-53;
    }

    /// Returns the 64 bits that all indices with the same upper half share.
    public static long stream(long key, long site, long index) {
        return mix(mix(mix(key + GOLDEN) + site) + (index >>> 32));
    }

    /// Returns 32 random bits from those of [#stream] and the lower half of the index.
    public static int bits(long stream, int index) {
        int x = index + (int) stream;
        x ^= x >>> 17;
        x *= FIRST;
        x ^= x >>> 11;
        x += (int) (stream >>> 32);
        x *= SECOND;
        x ^= x >>> 15;
        x *= THIRD;
        return x ^ (x >>> 14);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
