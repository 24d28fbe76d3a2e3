package dev.gradus.studio.playground;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.ConfusionMatrix;
import java.util.List;

/// How good a network is on points.
///
/// @param loss how wrong, without the price on weights
/// @param accuracy which part is on the right side
/// @param f1 the balance of precision and recall of plus
record Score(double loss, double accuracy, double f1) {
    private static final List<String> CLASSES = List.of("minus", "plus");

    /// Returns the score of answers.
    ///
    /// @param answers one number for each point, above 0 for plus
    static Score of(Measure measure, float[] answers, List<PointSet.Point> points) {
        var truth = points.stream().mapToInt(PointSet.Point::label).toArray();
        var said = new int[answers.length];
        for (var i = 0; i < said.length; i++) {
            said[i] = answers[i] > 0 ? 1 : 0;
        }
        var loss = measure.of(Tensor.of(answers), Tensor.of(truth, truth.length));
        var matrix = ConfusionMatrix.of(CLASSES, truth, said);
        return new Score(loss.item(), matrix.accuracy(), matrix.f1(1));
    }
}
