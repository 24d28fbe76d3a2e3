package dev.gradus.train;

import java.util.function.ToDoubleFunction;

/// A figure that says how good predictions are; a larger one is better.
public interface Metric {
    /// Returns the name by which people know it, such as `accuracy`.
    String name();

    /// Returns the figure.
    double of(Predictions predictions);

    /// Returns the metric with this name and formula.
    static Metric of(String name, ToDoubleFunction<Predictions> formula) {
        return new Named(name, formula);
    }

    /// A metric that is a formula.
    ///
    /// @param name the name by which people know it
    /// @param formula the figure of predictions
    record Named(String name, ToDoubleFunction<Predictions> formula) implements Metric {
        @Override
        public double of(Predictions predictions) {
            return formula.applyAsDouble(predictions);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
