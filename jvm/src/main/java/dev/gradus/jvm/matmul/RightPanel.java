package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies some columns of a right-hand matrix, row after row without gaps, as the tiles read them.
///
/// A panel is 4, 2 or 1 vectors wide; where the matrix ends before the panel does, zeros follow.
final class RightPanel {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private final VectorTransposition transposition = new VectorTransposition();
    private final int[] lines = new int[4 * LANES];

    /// Copies `depth` rows of `real` columns of the matrix whose element `[k, j]` is `b[start + k *
    /// rowStride + j * columnStride]`.
    void fill(
            float[] b,
            int start,
            int rowStride,
            int columnStride,
            int depth,
            int real,
            float[] to,
            int place,
            int width) {
        if (real < width) {
            Arrays.fill(to, place, place + depth * width, 0f);
        }
        if (columnStride == 1) {
            if (real == 4 * LANES) {
                copyWide(b, start, rowStride, depth, to, place);
            } else {
                copy(b, start, rowStride, depth, real, to, place, width);
            }
        } else if (rowStride == 1) {
            for (int j = 0; j < real; j++) {
                lines[j] = j * columnStride;
            }
            transposition.copy(b, start, lines, 0, real, depth, to, place, width);
        } else {
            gather(b, start, rowStride, columnStride, depth, real, to, place, width);
        }
    }

    private static void copyWide(
            float[] b, int start, int rowStride, int depth, float[] to, int place) {
        int f = start;
        int t = place;
        for (int k = 0; k < depth; k++) {
            FloatVector.fromArray(SPECIES, b, f).intoArray(to, t);
            FloatVector.fromArray(SPECIES, b, f + LANES).intoArray(to, t + LANES);
            FloatVector.fromArray(SPECIES, b, f + 2 * LANES).intoArray(to, t + 2 * LANES);
            FloatVector.fromArray(SPECIES, b, f + 3 * LANES).intoArray(to, t + 3 * LANES);
            f += rowStride;
            t += 4 * LANES;
        }
    }

    private static void copy(
            float[] b,
            int start,
            int rowStride,
            int depth,
            int real,
            float[] to,
            int place,
            int width) {
        for (int k = 0; k < depth; k++) {
            int f = start + k * rowStride;
            int t = place + k * width;
            int j = 0;
            for (; j + LANES <= real; j += LANES) {
                FloatVector.fromArray(SPECIES, b, f + j).intoArray(to, t + j);
            }
            for (; j < real; j++) {
                to[t + j] = b[f + j];
            }
        }
    }

    private static void gather(
            float[] b,
            int start,
            int rowStride,
            int columnStride,
            int depth,
            int real,
            float[] to,
            int place,
            int width) {
        for (int k = 0; k < depth; k++) {
            int f = start + k * rowStride;
            int t = place + k * width;
            for (int j = 0; j < real; j++) {
                to[t + j] = b[f];
                f += columnStride;
            }
        }
    }
}
