package dev.gradus.tensor;

import java.util.concurrent.atomic.AtomicLong;

/// Where `Tensor.random` takes its seeds from.
///
/// Without a word from you every run of a program draws the same numbers. Inside [#with] another
/// seed counts:
///
/// ```java
/// var noise = Randomness.with(42, () -> Tensor.random(3, 2));
/// ```
public final class Randomness {
    private static final ScopedValue<AtomicLong> SCOPE = ScopedValue.newInstance();
    private static final AtomicLong PROGRAM = new AtomicLong();

    private Randomness() {}

    /// Runs `action` with random numbers that follow from `seed`.
    public static <T> T with(long seed, java.util.function.Supplier<T> action) {
        return ScopedValue.where(SCOPE, new AtomicLong(mix(seed))).call(action::get);
    }

    /// Returns the key of a step from the seed of the run and the number of the step.
    public static long stepKey(long seed, long step) {
        return mix(mix(seed) + step);
    }

    static Tensor nextKey() {
        var source = SCOPE.isBound() ? SCOPE.get() : PROGRAM;
        return Tensor.of(new long[] {mix(source.getAndAdd(GOLDEN))});
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds give unrelated keys.
    private static long mix(long seed) {
        var z = seed + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
