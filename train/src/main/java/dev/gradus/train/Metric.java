package dev.gradus.train;

import dev.gradus.train.metric.Score;
import java.util.function.ToDoubleFunction;

/// A figure that says how good a model is.
///
/// A metric is a rule; what it has seen is kept by a [Score], which is fed batch by batch:
///
/// ```java
/// var score = macroF1().start();
/// score.add(net.apply(x).softmax(-1), labels);
/// IO.println(score.value());
/// ```
///
/// `Metrics` has those of the field. One of your own is a name and a formula, or implements this.
public interface Metric {
    /// Returns the name by which people know it, such as `accuracy`. Scores of metrics of one name may be
    /// merged.
    String name();

    /// Returns whether it is an error or a cost, of which less is better.
    default boolean smallerIsBetter() {
        return false;
    }

    /// Returns a score that has seen nothing yet.
    Score start();

    /// Returns the figure of the answers to a whole dataset.
    ///
    /// @throws IllegalArgumentException if it is no figure of classes
    default double of(Predictions predictions) {
        return start().add(predictions.probabilities(), predictions.truth()).value();
    }

    /// Returns the metric with this name and formula, of which more is better. Its score keeps all
    /// predictions, and calls the classes `class 0`, `class 1` and so on.
    static Metric of(String name, ToDoubleFunction<Predictions> formula) {
        return new FormulaMetric(name, false, formula);
    }

    /// Returns the metric with this name and formula, of which less is better.
    static Metric smaller(String name, ToDoubleFunction<Predictions> formula) {
        return new FormulaMetric(name, true, formula);
    }
}
