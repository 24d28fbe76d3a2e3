package dev.gradus.nn.layer.attention;

import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.tensor.Tensor;
import java.util.function.UnaryOperator;

/// A part of a transformer whose output is added to its input.
final class Residual {
    private Residual() {}

    /// Returns `norm(x + part(x))`, or with `preNorm` `x + part(norm(x))`, where a share of what the part
    /// makes is silenced in training.
    static Tensor around(
            Tensor x, LayerNorm norm, UnaryOperator<Tensor> part, boolean preNorm, double rate) {
        var dropout = new Dropout(rate);
        return preNorm
                ? x.add(dropout.apply(part.apply(norm.apply(x))))
                : norm.apply(x.add(dropout.apply(part.apply(x))));
    }
}
