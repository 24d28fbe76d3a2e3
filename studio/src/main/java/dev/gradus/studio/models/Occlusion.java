package dev.gradus.studio.models;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Model;
import java.util.Arrays;

/// Which parts of an example spoke for an answer: each is hidden in turn, and where that makes the answer
/// less likely the part spoke for it (Zeiler and Fergus 2014).
///
/// @param effects for each number of the example how much likelihood the answer loses when it is hidden: the
///     mean over all the patches that cover it
/// @param probability how likely the answer is with nothing hidden
record Occlusion(double[] effects, double probability) {
    private static final int PATCH = 4;
    private static final int STEP = 2;

    /// Looks at a picture; what is hidden becomes black.
    static Occlusion ofPicture(Model model, float[] picture, int label) {
        var height = model.inputShape().size(0);
        var width = model.inputShape().size(1);
        var columns = (width - PATCH) / STEP + 1;
        var rows = (height - PATCH) / STEP + 1;
        var hidden = new boolean[rows * columns][];
        for (var i = 0; i < hidden.length; i++) {
            hidden[i] = patch(width, height, i % columns * STEP, i / columns * STEP);
        }
        return of(model, picture, label, hidden, new float[picture.length]);
    }

    /// Looks at a row; what is hidden takes its usual value.
    static Occlusion ofRow(Model model, float[] row, int label, float[] usual) {
        var hidden = new boolean[row.length][row.length];
        for (var i = 0; i < row.length; i++) {
            hidden[i][i] = true;
        }
        return of(model, row, label, hidden, usual);
    }

    private static boolean[] patch(int width, int height, int left, int top) {
        var covered = new boolean[width * height];
        for (var y = top; y < top + PATCH; y++) {
            Arrays.fill(covered, y * width + left, y * width + left + PATCH, true);
        }
        return covered;
    }

    /// All of it is one batch; the last example of it has nothing hidden.
    private static Occlusion of(
            Model model, float[] example, int label, boolean[][] hidden, float[] instead) {
        var count = hidden.length;
        var size = example.length;
        var batch = new float[(count + 1) * size];
        for (var i = 0; i <= count; i++) {
            for (var j = 0; j < size; j++) {
                batch[i * size + j] = i < count && hidden[i][j] ? instead[j] : example[j];
            }
        }
        var shape = model.inputShape().insert(0, count + 1);
        var answers = model.probabilities(Tensor.of(batch).reshape(shape)).toFloats();
        var classes = model.classes().size();
        var whole = answers[count * classes + label];
        var effects = new double[size];
        for (var j = 0; j < size; j++) {
            var covering = 0;
            for (var i = 0; i < count; i++) {
                if (hidden[i][j]) {
                    effects[j] += whole - answers[i * classes + label];
                    covering++;
                }
            }
            effects[j] /= Math.max(1, covering);
        }
        return new Occlusion(effects, whole);
    }
}
