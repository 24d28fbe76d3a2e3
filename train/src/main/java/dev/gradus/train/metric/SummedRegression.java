package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.Arrays;
import java.util.Optional;

/// A figure of numbers beside what they should be that follows from sums over the examples. The sums are
/// exact, so it is as precise for a million numbers near a million as for few near 0. With several outputs
/// it is the mean of their figures.
///
/// @param name the name by which people know it
/// @param smallerIsBetter whether it is an error
/// @param kinds how many sums there are of each output
/// @param terms what an example adds to them
/// @param formula the figure of an output
record SummedRegression(
        String name, boolean smallerIsBetter, int kinds, Terms terms, Formula formula)
        implements Metric {
    /// What an example adds to the sums.
    interface Terms {
        void add(ExactSum[] sums, double target, double output, double weight);

        /// Refuses numbers of which the figure cannot speak.
        default void check(double target, double output) {}
    }

    /// The figure of an output.
    interface Formula {
        double of(ExactSum[] sums);
    }

    @Override
    public Score start() {
        return new Running<>(
                name, new Sums(kinds), this::add, sums -> Means.of(values(sums)), this::values);
    }

    private void add(Sums sums, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        var batch = Paired.of(name, outputs, targets, weights);
        for (var i = 0; i < batch.size(); i++) {
            for (var unit = 0; unit < batch.width(); unit++) {
                terms.check(batch.target(i, unit), batch.output(i, unit));
            }
        }
        var units = sums.units(batch.width());
        for (var i = 0; i < batch.size(); i++) {
            for (var unit = 0; unit < batch.width(); unit++) {
                terms.add(
                        units[unit], batch.target(i, unit), batch.output(i, unit), batch.weight(i));
            }
        }
    }

    private double[] values(Sums sums) {
        return Arrays.stream(sums.units()).mapToDouble(formula::of).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
