package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Tells layers that do not know order where a step stands, with waves of many lengths that need no
/// training and go on for ever (Vaswani et al. 2017).
///
/// `y[t, i] = x[t, i] + sin(t / 10000^(i / features))` for even `i`; odd ones take the cosine with the
/// wave of the even one before them. Vectors are usually multiplied by `√features` before, so that
/// the waves do not drown them.
///
/// - input and output: `[batch, time, features]`
public record SinusoidalPositions() implements Stateless {
    private static final double LONGEST = 10_000;

    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() != 3) {
            throw new ShapeException(
                    "%s adds to [batch, time, features] but receives (input %s)"
                            .formatted(this, x.shape()));
        }
        // in double precision, because places of long sequences are large angles
        var place = Tensor.arange(x.size(1)).cast(DType.FLOAT64).unsqueeze(1);
        var waves = place.mul(speeds(x.size(2))).add(shifts(x.size(2))).sin();
        return x.add(waves.cast(x.type()));
    }

    private static Tensor speeds(int features) {
        var speeds = new double[features];
        for (var i = 0; i < features; i++) {
            speeds[i] = Math.pow(LONGEST, -(double) (i - i % 2) / features);
        }
        return Tensor.of(speeds, features);
    }

    /// A cosine is a sine that begins a quarter of its wave earlier.
    private static Tensor shifts(int features) {
        var shifts = new double[features];
        for (var i = 1; i < features; i += 2) {
            shifts[i] = Math.PI / 2;
        }
        return Tensor.of(shifts, features);
    }

    @Override
    public String toString() {
        return "sinusoidalPositions()";
    }
}
