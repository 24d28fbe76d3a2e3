package dev.gradus.studio.playground;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.ConfusionMatrix;
import java.util.List;

/// How good a network is on points.
///
/// @param loss how wrong, without the price on weights
/// @param right which part is on the right side; of numbers, which part is answered to within [#NEAR]
/// @param f1 the balance of precision and recall of plus; of numbers, the part of their spread that is
///     explained (R²)
/// @param crossEntropy how wrong as cross-entropy, whatever is measured with; NaN of numbers
record Score(double loss, double right, double f1, double crossEntropy) {
    /// How near an answer must come to a number to count as right.
    static final float NEAR = 0.2f;

    private static final List<String> CLASSES = List.of("minus", "plus");

    /// Returns the score of answers.
    ///
    /// @param answers one number for each point, above 0 for plus
    static Score of(Setup setup, float[] answers, List<PointSet.Point> points) {
        return setup.data().isRegression()
                ? ofNumbers(answers, points)
                : ofClasses(setup.loss(), answers, points);
    }

    private static Score ofClasses(Measure measure, float[] answers, List<PointSet.Point> points) {
        var truth = points.stream().mapToInt(PointSet.Point::label).toArray();
        var said = new int[answers.length];
        for (var i = 0; i < said.length; i++) {
            said[i] = answers[i] > 0 ? 1 : 0;
        }
        var numbers = Tensor.of(answers);
        var labels = Tensor.of(truth, truth.length);
        var loss = measure.of(numbers, labels).item();
        var entropy =
                measure == Measure.CROSS_ENTROPY
                        ? loss
                        : Measure.CROSS_ENTROPY.of(numbers, labels).item();
        var matrix = ConfusionMatrix.of(CLASSES, truth, said);
        return new Score(loss, matrix.accuracy(), matrix.f1(1), entropy);
    }

    private static Score ofNumbers(float[] answers, List<PointSet.Point> points) {
        var targets = new float[answers.length];
        var mean = 0.0;
        for (var i = 0; i < targets.length; i++) {
            targets[i] = (float) points.get(i).target();
            mean += targets[i] / targets.length;
        }
        var near = 0;
        var spread = 0.0;
        var left = 0.0;
        for (var i = 0; i < targets.length; i++) {
            near += Math.abs(answers[i] - targets[i]) <= NEAR ? 1 : 0;
            spread += (targets[i] - mean) * (targets[i] - mean);
            left += (answers[i] - targets[i]) * (double) (answers[i] - targets[i]);
        }
        var loss = Measure.ofNumbers(Tensor.of(answers), Tensor.of(targets)).item();
        return new Score(loss, (double) near / targets.length, 1 - left / spread, Double.NaN);
    }
}
