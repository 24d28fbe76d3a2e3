package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Holds a block of left-hand rows at the fixed distance at which the tiles read them.
///
/// The copy costs little, since each element is then used for all columns, and it buys much: one
/// kernel serves every left-hand side (straight, transposed, overlapping), and rows whose distance is
/// a power of two no longer drive each other out of the cache. A block has up to 516 rows × 160
/// of depth, which is 360 KB and stays in the second-level cache.
final class LeftBlock {

    /// Counts the rows of the largest block.
    static final int ROWS = 86 * FloatTiles.ROWS;

    /// Counts the elements of a row at most.
    static final int LENGTH = 160;

    private static final int STRIDE = FloatTiles.STRIDE;
    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private final VectorTransposition transposition = new VectorTransposition();
    private float[] rows = new float[0];

    /// Lends the rows; row `i` begins at `i * FloatTiles.STRIDE`.
    float[] rows() {
        return rows;
    }

    /// Takes rows `from` to `to`, whose element `k` is `a[starts[i] + shift + k]`.
    void copy(float[] a, int[] starts, int from, int to, int shift, int length) {
        reserve(to - from);
        for (int i = from; i < to; i++) {
            copyRow(a, shift + starts[i], rows, (i - from) * STRIDE, length);
        }
        clear(to - from, length);
    }

    /// Takes rows `from` to `to`, whose element `k` is `a[starts[i] + shift + steps[step + k]]`.
    void turn(
            float[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int step,
            int shift,
            int length) {
        reserve(to - from);
        for (int i = from; i < to; ) {
            int end = i + 1;
            // neighbours in the matrix that stand side by side can be turned together
            while (end < to && starts[end] == starts[end - 1] + 1) {
                end++;
            }
            transposition.copy(
                    a,
                    shift + starts[i],
                    steps,
                    step,
                    length,
                    end - i,
                    rows,
                    (i - from) * STRIDE,
                    STRIDE);
            i = end;
        }
        clear(to - from, length);
    }

    private void reserve(int count) {
        int whole = (count + FloatTiles.ROWS - 1) / FloatTiles.ROWS * FloatTiles.ROWS;
        if (rows.length < whole * STRIDE) {
            rows = new float[whole * STRIDE];
        }
    }

    /// Clears the rows that the last tile has too many.
    private void clear(int count, int length) {
        for (int i = count; i % FloatTiles.ROWS != 0; i++) {
            Arrays.fill(rows, i * STRIDE, i * STRIDE + length, 0f);
        }
    }

    private static void copyRow(float[] from, int start, float[] to, int place, int length) {
        int k = 0;
        for (; k + 4 * LANES <= length; k += 4 * LANES) {
            int f = start + k;
            int t = place + k;
            FloatVector.fromArray(SPECIES, from, f).intoArray(to, t);
            FloatVector.fromArray(SPECIES, from, f + LANES).intoArray(to, t + LANES);
            FloatVector.fromArray(SPECIES, from, f + 2 * LANES).intoArray(to, t + 2 * LANES);
            FloatVector.fromArray(SPECIES, from, f + 3 * LANES).intoArray(to, t + 3 * LANES);
        }
        for (; k + LANES <= length; k += LANES) {
            FloatVector.fromArray(SPECIES, from, start + k).intoArray(to, place + k);
        }
        for (; k < length; k++) {
            to[place + k] = from[start + k];
        }
    }
}
