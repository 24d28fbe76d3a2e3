package dev.gradus.jvm.window;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Folds the places of a window a vector of channels at a time.
final class VectorFloatWindow implements FloatWindow {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final VectorSpecies<Integer> INDICES = Species.INT;
    private static final VectorSpecies<Long> WIDE = Species.LONG;
    private static final int LANES = SPECIES.length();

    @Override
    public void maximum(
            float[] x, int start, int[] places, int from, int to, int channels, float[] y, int at) {
        int whole = SPECIES.loopBound(channels);
        for (int j = 0; j < whole; j += LANES) {
            FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
            for (int q = from; q < to; q++) {
                int place = start + places[q] * channels + j;
                largest = largest.max(FloatVector.fromArray(SPECIES, x, place));
            }
            largest.intoArray(y, at + j);
        }
        ScalarFloatWindow.maximum(x, start, places, from, to, whole, channels, y, at);
    }

    @Override
    public void indexOfMaximum(
            float[] x,
            int start,
            int first,
            int[] places,
            int from,
            int to,
            int channels,
            long[] y,
            int at) {
        int whole = from < to ? SPECIES.loopBound(channels) : 0;
        for (int j = 0; j < whole; j += LANES) {
            FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
            IntVector index = IntVector.broadcast(INDICES, places[from]);
            for (int q = from; q < to; q++) {
                int place = start + places[q] * channels + j;
                FloatVector value = FloatVector.fromArray(SPECIES, x, place);
                // neither smaller nor equal: larger, or one of the two is NaN
                VectorMask<Float> wins =
                        value.compare(VectorOperators.LE, largest)
                                .or(largest.compare(VectorOperators.NE, largest))
                                .not();
                largest = largest.blend(value, wins);
                index = index.blend(places[q], wins.cast(INDICES));
            }
            IntVector element = index.mul(channels).addIndex(1).add(first + j);
            store(element, 0, y, at + j);
            store(element, 1, y, at + j + LANES / 2);
        }
        ScalarFloatWindow.indexOfMaximum(x, start, first, places, from, to, whole, channels, y, at);
    }

    private static void store(IntVector element, int half, long[] y, int at) {
        LongVector wide = (LongVector) element.convertShape(VectorOperators.I2L, WIDE, half);
        wide.intoArray(y, at);
    }

    @Override
    public void sum(
            float[] x, int start, int[] places, int from, int to, int channels, float[] y, int at) {
        int whole = SPECIES.loopBound(channels);
        for (int j = 0; j < whole; j += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int q = from; q < to; q++) {
                int place = start + places[q] * channels + j;
                sum = sum.add(FloatVector.fromArray(SPECIES, x, place));
            }
            sum.intoArray(y, at + j);
        }
        ScalarFloatWindow.sum(x, start, places, from, to, whole, channels, y, at);
    }
}
