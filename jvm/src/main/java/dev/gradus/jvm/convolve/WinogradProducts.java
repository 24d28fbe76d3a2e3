package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;
import java.util.Arrays;

/// Says where [VectorWinogradProducts] multiplies planes, and where panels do.
///
/// It depends on the width of vectors and on what has been promoted; both ways give the same bits.
final class WinogradProducts {

    /// Rows are multiplied in multiples of so many; planes have room for them.
    static final int ROWS = 12;

    private static final boolean WIDEST = Lanes.BITS == 512;
    private static final int NARROW = Lanes.LOGICAL;
    private static final int WIDE = 2 * Lanes.LOGICAL;

    private WinogradProducts() {}

    /// Rounds a number of rows up to what is multiplied.
    static int rows(int rows) {
        return (rows + ROWS - 1) / ROWS * ROWS;
    }

    /// Multiplies `rows` lines by a matrix of `depth × columns`, if that can be done here.
    ///
    /// @return whether it has been done
    static boolean multiply(
            float[] a,
            int at,
            int rows,
            int depth,
            float[] b,
            int bAt,
            int columns,
            float[] c,
            int place) {
        if (!WIDEST) {
            return false;
        }
        long work = (long) rows * depth * columns;
        if (columns == NARROW && depth == NARROW && WinogradProductTwin.STRAIGHT_16.vectors(work)) {
            VectorWinogradProducts.straight16(a, at, rows(rows), b, bAt, c, place);
            return true;
        }
        if (columns == WIDE && WinogradProductTwin.STRAIGHT_32.vectors(work)) {
            VectorWinogradProducts.straight32(a, at, rows(rows), depth, b, bAt, c, place);
            return true;
        }
        return false;
    }

    /// Multiplies `tiles` lines of `channels`, transposed, by as many lines of `outputs`, if that can
    /// be done here.
    ///
    /// @param accumulate whether the sums start from what `c` holds; otherwise from zero
    /// @return whether it has been done
    static boolean multiplyTurned(
            float[] a,
            int at,
            int channels,
            int tiles,
            float[] b,
            int bAt,
            int outputs,
            float[] c,
            int place,
            boolean accumulate) {
        if (!WIDEST || channels % NARROW != 0) {
            return false;
        }
        long work = (long) tiles * channels * outputs;
        boolean narrow = outputs == NARROW && WinogradProductTwin.TURNED_16.vectors(work);
        boolean wide = outputs == WIDE && WinogradProductTwin.TURNED_32.vectors(work);
        if (!narrow && !wide) {
            return false;
        }
        if (!accumulate) {
            Arrays.fill(c, place, place + channels * outputs, 0f);
        }
        if (narrow) {
            for (int i = 0; i < channels; i += 16) {
                int to = place + i * NARROW;
                VectorWinogradProducts.turned16(a, at + i, channels, tiles, b, bAt, c, to);
            }
        } else {
            for (int i = 0; i < channels; i += 8) {
                int to = place + i * WIDE;
                VectorWinogradProducts.turned32(a, at + i, channels, tiles, b, bAt, c, to);
            }
        }
        return true;
    }
}
