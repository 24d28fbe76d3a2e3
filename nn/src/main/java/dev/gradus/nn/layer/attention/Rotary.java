package dev.gradus.nn.layer.attention;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;

/// Turns queries and keys by an angle that grows with their place, so that their product depends on
/// how far apart they stand (Su, Lu, Pan, Murtadha, Wen and Liu 2021).
///
/// Features `i` and `i + width / 2` are the two coordinates of a point, which at place `p` is turned by
/// `p × 10000^(-2 i / width)`.
final class Rotary {
    private static final double BASE = 10_000;

    private Rotary() {}

    /// Returns `x`, `[..., time, width]`, turned.
    ///
    /// @param places the place of each along the axis of time, whole numbers `[time]`
    static Tensor turn(Tensor x, Tensor places) {
        var width = x.size(-1);
        var half = width / 2;
        var last = x.rank() - 1;
        // in double precision: an angle of a thousand radians has few digits left in single
        var angle = places.cast(DType.FLOAT64).unsqueeze(1).mul(Tensor.of(frequencies(half), half));
        var cosine = angle.cos().cast(x.type());
        var sine = angle.sin().cast(x.type());
        var first = x.slice(last, 0, half, 1);
        var second = x.slice(last, half, width, 1);
        return Tensor.concatenate(
                last,
                first.mul(cosine).sub(second.mul(sine)),
                second.mul(cosine).add(first.mul(sine)));
    }

    private static double[] frequencies(int half) {
        var frequencies = new double[half];
        for (var i = 0; i < half; i++) {
            frequencies[i] = StrictMath.pow(BASE, -(double) i / half);
        }
        return frequencies;
    }
}
