package dev.gradus.jvm.window;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Folds the places of windows a vector of channels at a time.
///
/// The search for the largest value is written out in each method: as a method of its own that
/// returns vectors, it made objects of them wherever the compiler chose not to inline it.
final class VectorFloatWindow implements FloatWindow {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final VectorSpecies<Integer> INDICES = Species.INT;
    private static final VectorSpecies<Long> WIDE = Species.LONG;
    private static final int LANES = SPECIES.length();

    @Override
    public void maximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] y,
            int at) {
        if (to - from == 4 && channels >= LANES) {
            int whole = SPECIES.loopBound(channels);
            int last = channels - LANES;
            FourPlaces.maximum(x, start, places, from, step, count, 0, whole, channels, y, at);
            // the last vector reaches back over channels that are done: they come out the same
            if (whole < channels) {
                FourPlaces.maximum(
                        x, start, places, from, step, count, last, channels, channels, y, at);
            }
            return;
        }
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            oneMaximum(x, start + move, places, from, to, channels, y, at + k * channels);
        }
    }

    private static void oneMaximum(
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
        if (whole < channels && MaskedFloatWindow.PAYS) {
            MaskedFloatWindow.maximum(x, start, places, from, to, whole, channels, y, at);
        } else {
            ScalarFloatWindow.maximum(x, start, places, from, to, whole, channels, y, at);
        }
    }

    @Override
    public void indexOfMaximum(
            float[] x,
            int start,
            int first,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            long[] y,
            int at) {
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            oneIndexOfMaximum(
                    x,
                    start + move,
                    first + move,
                    places,
                    from,
                    to,
                    channels,
                    y,
                    at + k * channels);
        }
    }

    private static void oneIndexOfMaximum(
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
                VectorMask<Float> wins = wins(value, largest);
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
    public void writeAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        if (to - from == 4 && channels >= LANES) {
            int whole = SPECIES.loopBound(channels);
            int last = channels - LANES;
            FourPlaces.writeAtMaximum(
                    x, start, places, from, step, count, 0, whole, channels, up, at, y, yStart);
            // the last vector reaches back over channels that are done: they come out the same
            if (whole < channels) {
                FourPlaces.writeAtMaximum(
                        x, start, places, from, step, count, last, channels, channels, up, at, y,
                        yStart);
            }
            return;
        }
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            oneWriteAtMaximum(
                    x,
                    start + move,
                    places,
                    from,
                    to,
                    channels,
                    up,
                    at + k * channels,
                    y,
                    yStart + move);
        }
    }

    private static void oneWriteAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        int whole = SPECIES.loopBound(channels);
        for (int j = 0; j < whole; j += LANES) {
            FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
            IntVector winner = IntVector.broadcast(INDICES, from);
            for (int q = from; q < to; q++) {
                int place = start + places[q] * channels + j;
                FloatVector value = FloatVector.fromArray(SPECIES, x, place);
                VectorMask<Float> wins = wins(value, largest);
                largest = largest.blend(value, wins);
                winner = winner.blend(q, wins.cast(INDICES));
            }
            FloatVector number = FloatVector.fromArray(SPECIES, up, at + j);
            for (int q = from; q < to; q++) {
                VectorMask<Float> here = winner.compare(VectorOperators.EQ, q).cast(SPECIES);
                FloatVector.zero(SPECIES)
                        .blend(number, here)
                        .intoArray(y, yStart + places[q] * channels + j);
            }
        }
        if (whole < channels && MaskedFloatWindow.PAYS) {
            MaskedFloatWindow.writeAtMaximum(
                    x, start, places, from, to, whole, channels, up, at, y, yStart);
        } else {
            ScalarFloatWindow.writeAtMaximum(
                    x, start, places, from, to, whole, channels, up, at, y, yStart);
        }
    }

    @Override
    public void addAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            oneAddAtMaximum(
                    x,
                    start + move,
                    places,
                    from,
                    to,
                    channels,
                    up,
                    at + k * channels,
                    y,
                    yStart + move);
        }
    }

    private static void oneAddAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        int whole = SPECIES.loopBound(channels);
        for (int j = 0; j < whole; j += LANES) {
            FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
            IntVector winner = IntVector.broadcast(INDICES, from);
            for (int q = from; q < to; q++) {
                int place = start + places[q] * channels + j;
                FloatVector value = FloatVector.fromArray(SPECIES, x, place);
                VectorMask<Float> wins = wins(value, largest);
                largest = largest.blend(value, wins);
                winner = winner.blend(q, wins.cast(INDICES));
            }
            FloatVector number = FloatVector.fromArray(SPECIES, up, at + j);
            for (int q = from; q < to; q++) {
                VectorMask<Float> here = winner.compare(VectorOperators.EQ, q).cast(SPECIES);
                int place = yStart + places[q] * channels + j;
                FloatVector.fromArray(SPECIES, y, place).add(number, here).intoArray(y, place);
            }
        }
        if (whole < channels && MaskedFloatWindow.PAYS) {
            MaskedFloatWindow.addAtMaximum(
                    x, start, places, from, to, whole, channels, up, at, y, yStart);
        } else {
            ScalarFloatWindow.addAtMaximum(
                    x, start, places, from, to, whole, channels, up, at, y, yStart);
        }
    }

    /// Tells where a value is neither smaller nor equal: larger, or one of the two is NaN.
    static VectorMask<Float> wins(FloatVector value, FloatVector largest) {
        return value.compare(VectorOperators.LE, largest)
                .or(largest.compare(VectorOperators.NE, largest))
                .not();
    }

    @Override
    public void sum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int step,
            int count,
            int channels,
            float[] y,
            int at) {
        if (to - from == 4 && channels >= LANES) {
            int whole = SPECIES.loopBound(channels);
            int last = channels - LANES;
            FourPlaces.sum(x, start, places, from, step, count, 0, whole, channels, y, at);
            // the last vector reaches back over channels that are done: they come out the same
            if (whole < channels) {
                FourPlaces.sum(
                        x, start, places, from, step, count, last, channels, channels, y, at);
            }
            return;
        }
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            oneSum(x, start + move, places, from, to, channels, y, at + k * channels);
        }
    }

    private static void oneSum(
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
