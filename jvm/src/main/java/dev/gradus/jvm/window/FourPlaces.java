package dev.gradus.jvm.window;

import dev.gradus.jvm.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Folds windows of four places, as nearly all pools have them: two by two.
///
/// All four numbers are in registers at once and nothing else is loaded, so memory alone sets the
/// pace; a loop over a list of places is slower by half and more. Channels `begin` to `end` are
/// folded, which must fill vectors: the loop then only counts, and no load needs a check of its own
/// that keeps the next one waiting.
final class FourPlaces {

    private static final VectorSpecies<Float> SPECIES = Species.FLOAT;
    private static final int LANES = SPECIES.length();

    private FourPlaces() {}

    static void maximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int step,
            int count,
            int begin,
            int end,
            int channels,
            float[] y,
            int at) {
        int first = start + places[from] * channels;
        int second = start + places[from + 1] * channels;
        int third = start + places[from + 2] * channels;
        int fourth = start + places[from + 3] * channels;
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            int result = at + k * channels;
            for (int j = begin; j < end; j += LANES) {
                FloatVector.fromArray(SPECIES, x, first + move + j)
                        .max(FloatVector.fromArray(SPECIES, x, second + move + j))
                        .max(FloatVector.fromArray(SPECIES, x, third + move + j))
                        .max(FloatVector.fromArray(SPECIES, x, fourth + move + j))
                        .intoArray(y, result + j);
            }
        }
    }

    static void writeAtMaximum(
            float[] x,
            int start,
            int[] places,
            int from,
            int step,
            int count,
            int begin,
            int end,
            int channels,
            float[] up,
            int at,
            float[] y,
            int yStart) {
        int first = places[from] * channels;
        int second = places[from + 1] * channels;
        int third = places[from + 2] * channels;
        int fourth = places[from + 3] * channels;
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k++) {
            int move = start + k * step * channels;
            int yMove = yStart + k * step * channels;
            int number = at + k * channels;
            for (int j = begin; j < end; j += LANES) {
                FloatVector largest = FloatVector.fromArray(SPECIES, x, first + move + j);
                FloatVector value = FloatVector.fromArray(SPECIES, x, second + move + j);
                VectorMask<Float> secondWins = VectorFloatWindow.wins(value, largest);
                largest = largest.blend(value, secondWins);
                value = FloatVector.fromArray(SPECIES, x, third + move + j);
                VectorMask<Float> thirdWins = VectorFloatWindow.wins(value, largest);
                largest = largest.blend(value, thirdWins);
                value = FloatVector.fromArray(SPECIES, x, fourth + move + j);
                VectorMask<Float> fourthWins = VectorFloatWindow.wins(value, largest);
                // who wins last takes the number, the others get what is left of it: zero
                FloatVector left = FloatVector.fromArray(SPECIES, up, number + j);
                zero.blend(left, fourthWins).intoArray(y, fourth + yMove + j);
                left = left.blend(zero, fourthWins);
                zero.blend(left, thirdWins).intoArray(y, third + yMove + j);
                left = left.blend(zero, thirdWins);
                zero.blend(left, secondWins).intoArray(y, second + yMove + j);
                left.blend(zero, secondWins).intoArray(y, first + yMove + j);
            }
        }
    }

    static void sum(
            float[] x,
            int start,
            int[] places,
            int from,
            int step,
            int count,
            int begin,
            int end,
            int channels,
            float[] y,
            int at) {
        int first = start + places[from] * channels;
        int second = start + places[from + 1] * channels;
        int third = start + places[from + 2] * channels;
        int fourth = start + places[from + 3] * channels;
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k++) {
            int move = k * step * channels;
            int result = at + k * channels;
            for (int j = begin; j < end; j += LANES) {
                // a sum of negative zeros is 0, since it begins at 0
                zero.add(FloatVector.fromArray(SPECIES, x, first + move + j))
                        .add(FloatVector.fromArray(SPECIES, x, second + move + j))
                        .add(FloatVector.fromArray(SPECIES, x, third + move + j))
                        .add(FloatVector.fromArray(SPECIES, x, fourth + move + j))
                        .intoArray(y, result + j);
            }
        }
    }
}
