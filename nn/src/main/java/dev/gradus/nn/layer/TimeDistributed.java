package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Applies one layer to each step of a sequence by itself, such as convolutions to each picture of a
/// film: all steps of all examples become one large batch.
///
/// Layers that work along the last axis, such as [Dense] and [LayerNorm], treat each step by itself
/// anyway and need no such help.
///
/// - input: `[batch, time, ...]`
/// - output: `[batch, time, ...]`, with what the layer makes of `[batch, ...]`
///
/// @param spec what it was built from
/// @param layer what is applied to each step
public record TimeDistributed(Spec spec, Layer layer) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() < 2) {
            throw new ShapeException(
                    "%s takes [batch, time, ...] but receives %s (input %s)"
                            .formatted(
                                    spec,
                                    x.rank() == 0 ? "a single number" : "a single axis",
                                    x.shape()));
        }
        var steps = Shape.size((long) x.size(0) * x.size(1), "timeDistributed");
        var each = x.reshape(Shape.of(steps).append(x.shape().range(2, x.rank())));
        var y = layer.apply(each);
        return y.reshape(x.shape().range(0, 2).append(y.shape().range(1, y.rank())));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A layer for each step before the shape of a step is known.
    ///
    /// @param layer what is applied to each step
    public record Spec(LayerSpec layer) implements LayerSpec {
        @Override
        public TimeDistributed build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of time but an example is a single number (input %s)"
                                .formatted(this, input));
            }
            return new TimeDistributed(this, layer.build(input.range(1, input.rank()), seed));
        }

        @Override
        public DType inputType() {
            return layer.inputType();
        }

        @Override
        public String toString() {
            return "timeDistributed(" + layer + ")";
        }
    }
}
