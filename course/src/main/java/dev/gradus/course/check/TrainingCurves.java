package dev.gradus.course.check;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was written down while something trained: curves and figures by their names, and in the end a score
/// on the hidden split, which whoever wrote the recipe has not seen.
public final class TrainingCurves {
    private final double hidden;
    private final Map<String, double[]> curves;

    private TrainingCurves(double hidden, Map<String, double[]> curves) {
        this.hidden = hidden;
        this.curves = curves;
    }

    /// Returns curves with this score on the hidden split, and no curves yet.
    public static TrainingCurves of(double hidden) {
        return new TrainingCurves(hidden, Map.of());
    }

    /// Returns these curves and one more: numbers in the order in which they came. A single figure
    /// is a curve of one number.
    public TrainingCurves with(String name, double... numbers) {
        var more = new LinkedHashMap<>(curves);
        more.put(name, numbers.clone());
        return new TrainingCurves(hidden, more);
    }

    /// Returns the score on the hidden split.
    public double hidden() {
        return hidden;
    }

    /// Returns the numbers of a curve.
    ///
    /// @throws IllegalArgumentException if there is no such curve
    public double[] curve(String name) {
        var curve = curves.get(name);
        if (curve == null) {
            throw new IllegalArgumentException(
                    "nothing was recorded as %s, only %s".formatted(name, curves.keySet()));
        }
        return curve.clone();
    }

    /// Returns the last number of a curve, which of a single figure is the figure.
    public double last(String name) {
        var curve = curve(name);
        if (curve.length == 0) {
            throw new IllegalArgumentException("the curve %s holds no numbers".formatted(name));
        }
        return curve[curve.length - 1];
    }
}
