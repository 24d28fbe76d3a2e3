package dev.gradus.jvm.window;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Folds the places of a window for the last channels, those that do not fill a vector.
///
/// Networks for small pictures have 6, 16 or 20 channels, and one channel at a time a maximum takes
/// five times as long: a comparison that depends on the data is a branch that is often guessed
/// wrong.
final class MaskedFloatWindow {

    /// Tells whether masks pay. Vectors of 128 bits leave three channels at most, and processors that
    /// have no wider ones cannot store through a mask.
    static final boolean PAYS = Species.FLOAT.length() > 4;

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final VectorSpecies<Integer> INDICES = Species.INT;

    private MaskedFloatWindow() {}

    static void maximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            float[] y,
            int at) {
        VectorMask<Float> rest = SPECIES.indexInRange(firstChannel, channels);
        FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int q = from; q < to; q++) {
            int place = start + places[q] * channels + firstChannel;
            largest = largest.max(FloatVector.fromArray(SPECIES, x, place, rest));
        }
        largest.intoArray(y, at + firstChannel, rest);
    }

    static void writeAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        VectorMask<Float> rest = SPECIES.indexInRange(firstChannel, channels);
        FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        IntVector winner = IntVector.broadcast(INDICES, from);
        for (int q = from; q < to; q++) {
            int place = start + places[q] * channels + firstChannel;
            FloatVector value = FloatVector.fromArray(SPECIES, x, place, rest);
            VectorMask<Float> wins = VectorFloatWindow.wins(value, largest);
            largest = largest.blend(value, wins);
            winner = winner.blend(q, wins.cast(INDICES));
        }
        FloatVector number = FloatVector.fromArray(SPECIES, up, at + firstChannel, rest);
        for (int q = from; q < to; q++) {
            VectorMask<Float> here = winner.compare(VectorOperators.EQ, q).cast(SPECIES);
            FloatVector.zero(SPECIES)
                    .blend(number, here)
                    .intoArray(y, yStart + places[q] * channels + firstChannel, rest);
        }
    }

    static void addAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int to,
            int firstChannel,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        VectorMask<Float> rest = SPECIES.indexInRange(firstChannel, channels);
        FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        IntVector winner = IntVector.broadcast(INDICES, from);
        for (int q = from; q < to; q++) {
            int place = start + places[q] * channels + firstChannel;
            FloatVector value = FloatVector.fromArray(SPECIES, x, place, rest);
            VectorMask<Float> wins = VectorFloatWindow.wins(value, largest);
            largest = largest.blend(value, wins);
            winner = winner.blend(q, wins.cast(INDICES));
        }
        FloatVector number = FloatVector.fromArray(SPECIES, up, at + firstChannel, rest);
        for (int q = from; q < to; q++) {
            VectorMask<Float> here = winner.compare(VectorOperators.EQ, q).cast(SPECIES);
            int place = yStart + places[q] * channels + firstChannel;
            FloatVector.fromArray(SPECIES, y, place, rest)
                    .add(number, here)
                    .intoArray(y, place, rest);
        }
    }
}
