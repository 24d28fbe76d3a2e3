package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/// A figure that is the mean of one number for each example, such as accuracy. Two exact sums are kept,
/// however many examples there are.
///
/// @param name the name by which people know it
/// @param smallerIsBetter whether it is an error or a cost
/// @param marks the number of each example
/// @param end what is made of the mean
/// @param ignored the label of examples that are left out, where examples have labels
public record MeanMetric(
        String name,
        boolean smallerIsBetter,
        Marks marks,
        DoubleUnaryOperator end,
        OptionalInt ignored)
        implements Metric {
    /// The number of each example of a batch.
    @FunctionalInterface
    public interface Marks {
        /// Hands a number and a weight for each example to `sink`. A batch that is wrong is refused before
        /// the first.
        ///
        /// @param metric the name of the metric, for messages
        void of(
                String metric,
                Tensor outputs,
                Tensor targets,
                Optional<Tensor> weights,
                OptionalInt ignored,
                Sink sink);
    }

    /// Takes the numbers of the examples.
    @FunctionalInterface
    public interface Sink {
        /// Takes the number of an example and how much it counts.
        void accept(double mark, double weight);
    }

    static MeanMetric of(String name, Marks marks) {
        return new MeanMetric(
                name, false, marks, DoubleUnaryOperator.identity(), OptionalInt.empty());
    }

    MeanMetric smaller() {
        return new MeanMetric(name, true, marks, end, ignored);
    }

    /// Returns the figure without the examples (pixels, words) whose target is `label`.
    public MeanMetric ignoring(int label) {
        return new MeanMetric(name, smallerIsBetter, marks, end, OptionalInt.of(label));
    }

    @Override
    public Score start() {
        return new Running<>(name, new Sums(2), this::add, this::value);
    }

    private void add(Sums sums, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        var unit = sums.units(1)[0];
        marks.of(
                name,
                outputs,
                targets,
                weights,
                ignored,
                (mark, weight) -> {
                    // the mark of an example that does not count may be infinite
                    if (weight > 0) {
                        unit[0].addProduct(mark, weight);
                        unit[1].add(weight);
                    }
                });
    }

    private double value(Sums sums) {
        if (sums.units().length == 0 || sums.units(1)[0][1].value() == 0) {
            return Double.NaN;
        }
        var unit = sums.units(1)[0];
        return end.applyAsDouble(unit[0].value() / unit[1].value());
    }

    @Override
    public String toString() {
        return name;
    }
}
