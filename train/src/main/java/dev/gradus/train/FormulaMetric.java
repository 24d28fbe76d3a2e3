package dev.gradus.train;

import dev.gradus.train.metric.PredictionScore;
import dev.gradus.train.metric.Score;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A metric that is a formula of all predictions.
///
/// @param name the name by which people know it
/// @param smallerIsBetter whether less is better
/// @param formula the figure of predictions
record FormulaMetric(String name, boolean smallerIsBetter, ToDoubleFunction<Predictions> formula)
        implements Metric {
    @Override
    public Score start() {
        return PredictionScore.start(
                name,
                (truth, probabilities, count) ->
                        formula.applyAsDouble(
                                new Predictions(
                                        IntStream.range(0, count)
                                                .mapToObj(label -> "class " + label)
                                                .toList(),
                                        truth,
                                        probabilities)));
    }

    @Override
    public double of(Predictions predictions) {
        return formula.applyAsDouble(predictions);
    }

    @Override
    public String toString() {
        return name;
    }
}
