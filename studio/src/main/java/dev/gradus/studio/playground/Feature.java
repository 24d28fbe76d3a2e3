package dev.gradus.studio.playground;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// Something the network may be told about a point.
enum Feature {
    X("x", "x"),
    Y("y", "y"),
    X_SQUARED("xx", "x.square()"),
    Y_SQUARED("yy", "y.square()"),
    PRODUCT("xy", "x.mul(y)"),
    SIN_X("sinx", "x.sin()"),
    SIN_Y("siny", "y.sin()");

    private final String word;
    private final String program;

    Feature(String word, String program) {
        this.word = word;
        this.program = program;
    }

    String word() {
        return word;
    }

    /// Returns how it is written in a program that has `x` and `y`.
    String program() {
        return program;
    }

    private Tensor of(Tensor x, Tensor y) {
        return switch (this) {
            case X -> x;
            case Y -> y;
            case X_SQUARED -> x.square();
            case Y_SQUARED -> y.square();
            case PRODUCT -> x.mul(y);
            case SIN_X -> x.sin();
            case SIN_Y -> y.sin();
        };
    }

    /// Returns these features of points.
    ///
    /// @param points `[count, 2]`
    /// @return `[count, features]`
    static Tensor of(List<Feature> features, Tensor points) {
        var x = points.slice(1, 0, 1, 1);
        var y = points.slice(1, 1, 2, 1);
        return Tensor.concatenate(
                1, features.stream().map(feature -> feature.of(x, y)).toArray(Tensor[]::new));
    }
}
