package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.Optional;

/// A figure of numbers beside what they should be that needs all of them: 16 bytes an example and output,
/// and 8 an example, are kept. With several outputs it is the mean of their figures.
///
/// @param name the name by which people know it
/// @param smallerIsBetter whether it is an error
/// @param weighted whether examples may have weights
/// @param formula the figure of an output
record KeptRegression(String name, boolean smallerIsBetter, boolean weighted, Formula formula)
        implements Metric {
    /// The figure of an output.
    interface Formula {
        double of(double[] targets, double[] outputs, double[] weights);
    }

    @Override
    public Score start() {
        return new Running<>(
                name, new Rows(), this::add, rows -> Means.of(values(rows)), this::values);
    }

    private void add(Rows rows, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        if (!weighted) {
            Unweighted.check(name, weights);
        }
        var batch = Paired.of(name, outputs, targets, weights);
        var width = 2 * batch.width() + 1;
        var numbers = new double[batch.size() * width];
        for (var i = 0; i < batch.size(); i++) {
            for (var unit = 0; unit < batch.width(); unit++) {
                numbers[i * width + 2 * unit] = batch.target(i, unit);
                numbers[i * width + 2 * unit + 1] = batch.output(i, unit);
            }
            numbers[i * width + width - 1] = batch.weight(i);
        }
        rows.append(width, numbers);
    }

    private double[] values(Rows rows) {
        var values = new double[rows.width() / 2];
        for (var unit = 0; unit < values.length; unit++) {
            values[unit] =
                    formula.of(
                            rows.column(2 * unit),
                            rows.column(2 * unit + 1),
                            rows.column(rows.width() - 1));
        }
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
