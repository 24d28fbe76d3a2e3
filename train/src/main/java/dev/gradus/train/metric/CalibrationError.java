package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The expected calibration error: how far probabilities are from how often things are so. Of examples
/// found 80 % likely, 80 of 100 should be what they were called.
///
/// Examples are put into bins by probability; of each bin the mean probability and the share that is
/// right are compared, and the mean of the distances, in which a bin counts by its examples, is the figure
/// (Naeini and others 2015; Guo and others 2017). With a number for each class it is the probability of the
/// class that was answered; with one number alone it is that of class 1, beside how often class 1 is so.
/// Three exact sums a bin are kept.
///
/// @param bins how many bins of the same width
/// @param ignored the label of examples that are left out
public record CalibrationError(int bins, OptionalInt ignored) implements Metric {
    private static final int WEIGHT = 0;
    private static final int CONFIDENCE = 1;
    private static final int RIGHT = 2;

    /// Checks the number.
    public CalibrationError {
        if (bins < 1) {
            throw new IllegalArgumentException(
                    "the calibration error was given %d bins: give 1 or more".formatted(bins));
        }
    }

    /// Returns the figure with another number of bins.
    public CalibrationError bins(int count) {
        return new CalibrationError(count, ignored);
    }

    /// Returns the figure without the examples whose target is `label`.
    public CalibrationError ignoring(int label) {
        return new CalibrationError(bins, OptionalInt.of(label));
    }

    @Override
    public String name() {
        return bins == 15 ? "calibration error" : "calibration error in %d bins".formatted(bins);
    }

    @Override
    public boolean smallerIsBetter() {
        return true;
    }

    @Override
    public Score start() {
        return new Running<>(name(), new Sums(3), this::add, this::value);
    }

    /// Returns the bins in which there are examples, from the least sure up: what a reliability diagram
    /// shows.
    ///
    /// @throws IllegalArgumentException if outputs and targets do not fit each other
    public List<ReliabilityBin> diagram(Tensor outputs, Tensor targets) {
        var sums = new Sums(3);
        add(sums, outputs, targets, Optional.empty());
        var filled = new ArrayList<ReliabilityBin>();
        var units = sums.units(bins + 1);
        for (var bin = 0; bin <= bins; bin++) {
            var weight = units[bin][WEIGHT].value();
            if (weight > 0) {
                filled.add(
                        new ReliabilityBin(
                                edge(bin),
                                Math.min(1, edge(bin + 1)),
                                weight,
                                units[bin][CONFIDENCE].value() / weight,
                                units[bin][RIGHT].value() / weight));
            }
        }
        return filled;
    }

    private void add(Sums sums, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        var batch = Labelled.of(outputs, targets, weights, ignored).probabilities(name());
        // one bin more for what is certain
        var units = sums.units(bins + 1);
        for (var i = 0; i < batch.size(); i++) {
            var called = batch.isSingle() ? 1 : batch.predicted(i);
            var confidence = batch.score(i, called);
            var unit = units[bin(confidence)];
            unit[WEIGHT].add(batch.weight(i));
            unit[CONFIDENCE].addProduct(confidence, batch.weight(i));
            unit[RIGHT].add(called == batch.label(i) ? batch.weight(i) : 0);
        }
    }

    /// Returns the bin whose lower end is the last that is not above.
    private int bin(double confidence) {
        var bin = Math.clamp((int) (confidence * bins), 0, bins);
        if (bin < bins && edge(bin + 1) <= confidence) {
            return bin + 1;
        }
        return bin > 0 && edge(bin) > confidence ? bin - 1 : bin;
    }

    private double edge(int bin) {
        return (double) bin / bins;
    }

    private double value(Sums sums) {
        var total = 0.0;
        var distances = 0.0;
        for (var unit : sums.units()) {
            total += unit[WEIGHT].value();
            distances += Math.abs(unit[RIGHT].value() - unit[CONFIDENCE].value());
        }
        return total == 0 ? Double.NaN : distances / total;
    }

    @Override
    public String toString() {
        return name();
    }
}
