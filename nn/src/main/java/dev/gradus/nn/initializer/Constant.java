package dev.gradus.nn.initializer;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import java.util.Arrays;

/// Begins every weight with the same number. For biases and scales: units that begin alike learn
/// alike.
///
/// @param value the number
public record Constant(double value) implements Initializer {
    /// Returns the initializer that begins with 0.
    public static Constant zeros() {
        return new Constant(0);
    }

    /// Returns the initializer that begins with 1.
    public static Constant ones() {
        return new Constant(1);
    }

    @Override
    public float[] values(Shape shape, Seed seed) {
        var values = new float[shape.count()];
        Arrays.fill(values, (float) value);
        return values;
    }
}
