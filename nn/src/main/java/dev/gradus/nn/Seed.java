package dev.gradus.nn;

/// Where the first values of weights come from: the same seed gives the same bits, on any machine.
///
/// A seed is split rather than used up. Each child is unrelated to its parent and to its siblings,
/// so that a layer's weights do not change when another layer is added beside it.
///
/// @param value any number
public record Seed(long value) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// Returns the seed with this value.
    public static Seed seed(long value) {
        return new Seed(value);
    }

    /// Returns the seed of part number `index`.
    public Seed child(int index) {
        return new Seed(mix(mix(value) + index));
    }

    /// Returns the seed of the part called `name`.
    public Seed child(String name) {
        var mixed = mix(value);
        for (var i = 0; i < name.length(); i++) {
            mixed = mix(mixed ^ name.charAt(i));
        }
        return new Seed(mixed);
    }

    /// Returns random bits number `index` of this seed.
    public long bits(long index) {
        return mix(value + index * GOLDEN);
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers give unrelated
    /// ones.
    private static long mix(long number) {
        var z = number + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
