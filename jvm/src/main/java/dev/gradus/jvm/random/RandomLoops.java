package dev.gradus.jvm.random;

import dev.gradus.tensor.backend.CounterRandom;

/// Fills arrays with the uniform random numbers that [CounterRandom] defines.
///
/// Each number depends on its index alone, so any split of a tensor among tiles or threads gives
/// the same numbers.
public final class RandomLoops {

    private static final long LOWER = 0xffff_ffffL;

    private RandomLoops() {}

    /// Writes the `n` float32 numbers from `firstIndex` on.
    public static void fill(
            long key, long site, long firstIndex, float[] out, int outOffset, int n) {
        int done = 0;
        while (done < n) {
            long index = firstIndex + done;
            // all indices of one run share their upper 32 bits
            int run = (int) Math.min(n - done, (1L << 32) - (index & LOWER));
            long stream = CounterRandom.stream(key, site, index);
            fillRun(stream, (int) index, out, outOffset + done, run);
            done += run;
        }
    }

    private static void fillRun(long stream, int first, float[] out, int outOffset, int n) {
        int done =
                RandomTwin.FILL.vectors(n)
                        ? VectorRandom.fill(stream, first, out, outOffset, n)
                        : 0;
        for (int i = done; i < n; i++) {
            out[outOffset + i] = (CounterRandom.bits(stream, first + i) >>> 8) * 0x1p-24f;
        }
    }

    /// Writes the `n` float64 numbers from `firstIndex` on.
    public static void fill(
            long key, long site, long firstIndex, double[] out, int outOffset, int n) {
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = CounterRandom.uniformDouble(key, site, firstIndex + i);
        }
    }
}
