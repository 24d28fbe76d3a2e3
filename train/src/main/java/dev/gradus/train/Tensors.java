package dev.gradus.train;

import dev.gradus.data.Chain;
import dev.gradus.data.Preprocessing;
import dev.gradus.data.Scale;
import dev.gradus.data.Standardize;
import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;

/// Examples as a network takes them.
final class Tensors {
    private Tensors() {}

    /// Returns the type of the numbers a layer takes.
    static DType inputType(Layer layer) {
        return layer instanceof BuiltLayer built ? built.spec().inputType() : DType.FLOAT32;
    }

    /// Returns numbers that nobody else holds as a tensor, without a copy.
    static Tensor of(float[] numbers, Shape shape) {
        return Tensor.of(new Buffer.Floats(numbers), shape);
    }

    /// Returns `x` as the type a layer takes; without an operation where it is that already.
    static Tensor as(DType type, Tensor x) {
        return x.type() == type ? x : x.cast(type);
    }

    /// Returns a batch of raw examples preprocessed, written in operations, so that gradients flow
    /// through; the same numbers as [Preprocessing#apply].
    static Tensor through(Preprocessing preprocessing, Tensor x) {
        return switch (preprocessing) {
            case Scale(var divisor) -> x.div(divisor);
            case Standardize standardize ->
                    x.sub(of(standardize.mean(), x)).div(of(standardize.deviation(), x));
            case Chain(var steps) -> {
                var y = x;
                for (var step : steps) {
                    y = through(step, y);
                }
                yield y;
            }
        };
    }

    /// Returns one number for all features, or one for each in the shape of an example.
    private static Tensor of(float[] numbers, Tensor batch) {
        var shape = numbers.length == 1 ? Shape.SCALAR : batch.shape().range(1, batch.rank());
        return of(numbers, shape);
    }
}
