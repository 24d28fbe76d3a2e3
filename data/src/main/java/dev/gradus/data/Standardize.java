package dev.gradus.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Shifts and stretches numbers so that on the training part their mean is 0 and their standard
/// deviation 1: `y = (x - mean) / deviation`.
///
/// Either one mean and deviation serve all features (right for images, whose pixels share a unit),
/// or each feature has its own (right for tables, whose columns do not). A feature that never
/// varies becomes 0: its deviation is taken as 1.
///
/// The deviation is that of the population, `sqrt(mean((x - mean)^2))`, added up in float64 in the
/// order of the examples.
public final class Standardize implements Preprocessing {
    static final String KIND = "standardize";

    private final float[] mean;
    private final float[] deviation;
    private final FittedOn fittedOn;

    private Standardize(float[] mean, float[] deviation, FittedOn fittedOn) {
        this.mean = mean;
        this.deviation = deviation;
        this.fittedOn = fittedOn;
    }

    /// Measures one mean and one deviation over all numbers of the training part.
    ///
    /// @throws IllegalArgumentException if it is empty or has missing values
    public static Standardize fit(Dataset train) {
        return fit(train.examples());
    }

    /// Measures one mean and one deviation over the training part as it comes out of an earlier
    /// preprocessing.
    ///
    /// @throws IllegalArgumentException if it is empty or has missing values
    public static Standardize fit(Examples train) {
        return fit(train, 1);
    }

    /// Measures a mean and a deviation for each feature of the training part.
    ///
    /// @throws IllegalArgumentException if it is empty or has missing values
    public static Standardize fitEachFeature(Dataset train) {
        return fitEachFeature(train.examples());
    }

    /// Measures a mean and a deviation for each feature of the training part as it comes out of an
    /// earlier preprocessing.
    ///
    /// @throws IllegalArgumentException if it is empty or has missing values
    public static Standardize fitEachFeature(Examples train) {
        return fit(train, train.dataset().exampleShape().count());
    }

    private static Standardize fit(Examples train, int groups) {
        var width = train.dataset().exampleShape().count();
        if (train.size() == 0 || width == 0) {
            throw new IllegalArgumentException(
                    "%s holds no numbers to measure a mean on: fit on the training part"
                            .formatted(train.dataset().name()));
        }
        var perGroup = (double) train.size() * width / groups;
        var features = new float[width];
        var means = new double[groups];
        for (var i = 0; i < train.size(); i++) {
            train.copyFeatures(i, features, 0);
            for (var j = 0; j < width; j++) {
                means[groups == 1 ? 0 : j] += features[j];
            }
        }
        for (var group = 0; group < groups; group++) {
            means[group] /= perGroup;
            if (!Double.isFinite(means[group])) {
                throw new IllegalArgumentException(
                        "%s has missing or infinite values: fill them in or leave these examples out before fitting"
                                .formatted(train.dataset().name()));
            }
        }
        var squares = new double[groups];
        for (var i = 0; i < train.size(); i++) {
            train.copyFeatures(i, features, 0);
            for (var j = 0; j < width; j++) {
                var group = groups == 1 ? 0 : j;
                var difference = features[j] - means[group];
                squares[group] += difference * difference;
            }
        }
        var mean = new float[groups];
        var deviation = new float[groups];
        for (var group = 0; group < groups; group++) {
            mean[group] = (float) means[group];
            var spread = (float) Math.sqrt(squares[group] / perGroup);
            deviation[group] = varies(spread, means[group]) ? spread : 1;
        }
        return new Standardize(mean, deviation, FittedOn.of(train.dataset()));
    }

    /// A spread within the rounding of the mean itself is no variation: dividing by it would blow
    /// noise up.
    private static boolean varies(float spread, double mean) {
        return spread >= Float.MIN_NORMAL && spread > Math.abs(mean) * 1e-7;
    }

    static Standardize of(Description entries) {
        var mean = entries.numbers("mean");
        var deviation = entries.numbers("deviation");
        if (mean.length == 0 || mean.length != deviation.length) {
            throw new IllegalArgumentException(
                    "standardize has %s means and %s deviations: there must be one of each, or one of each per feature"
                            .formatted(mean.length, deviation.length));
        }
        for (var value : deviation) {
            if (value <= 0) {
                throw new IllegalArgumentException(
                        "standardize has the deviation %s: it must be above 0".formatted(value));
            }
        }
        return new Standardize(mean, deviation, FittedOn.of(entries.entries("fittedOn")));
    }

    /// Returns the mean of each feature, or the one mean of all.
    public float[] mean() {
        return mean.clone();
    }

    /// Returns the standard deviation of each feature, or the one deviation of all.
    public float[] deviation() {
        return deviation.clone();
    }

    @Override
    public void apply(float[] values, int offset, int length) {
        if (mean.length == 1) {
            for (var i = offset; i < offset + length; i++) {
                values[i] = (values[i] - mean[0]) / deviation[0];
            }
            return;
        }
        if (mean.length != length) {
            throw new IllegalArgumentException(
                    "this was fitted to examples of %s numbers (%s) but receives one of %s"
                            .formatted(mean.length, fittedOn.name(), length));
        }
        for (var i = 0; i < length; i++) {
            values[offset + i] = (values[offset + i] - mean[i]) / deviation[i];
        }
    }

    @Override
    public Optional<FittedOn> fittedOn() {
        return Optional.of(fittedOn);
    }

    @Override
    public Map<String, Object> description() {
        var entries = new LinkedHashMap<String, Object>();
        entries.put("kind", KIND);
        entries.put("mean", boxed(mean));
        entries.put("deviation", boxed(deviation));
        entries.put("fittedOn", fittedOn.description());
        return entries;
    }

    private static List<Double> boxed(float[] values) {
        var list = new ArrayList<Double>(values.length);
        for (var value : values) {
            list.add((double) value);
        }
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardize that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation)
                && fittedOn.equals(that.fittedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(mean), Arrays.hashCode(deviation), fittedOn);
    }

    @Override
    public String toString() {
        return mean.length == 1
                ? "subtract the mean %s, divide by the deviation %s (measured on %s)"
                        .formatted(mean[0], deviation[0], fittedOn.name())
                : "subtract each feature's mean, divide by its deviation (measured on %s)"
                        .formatted(fittedOn.name());
    }
}
