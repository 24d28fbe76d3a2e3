package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Constant;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Adapts a trained dense layer to something new by training a few numbers beside it: the layer stays
/// as it is, and two thin matrices learn what is to be added to its weight:
/// `y = activation(x (weight + alpha / rank × down up) + bias)` (Hu and others 2021, where it is
/// called LoRA).
///
/// It begins with just the layer it is given, for `up` begins with zeros.
///
/// - input: `[batch, ..., inputs]`
/// - output: `[batch, ..., outputs]`
///
/// @param spec what it was built from
/// @param base the dense layer, frozen
/// @param down `[inputs, rank]`
/// @param up `[rank, outputs]`
public record LowRank(Spec spec, Frozen base, Parameter down, Parameter up) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        var dense = dense();
        var y = dense.weighted(x, dense.weight());
        // two thin products rather than one wide weight: that is why they train fast
        return dense.completed(y.add(x.matmul(down).matmul(up).mul(scale())));
    }

    /// Returns the adapted layer as an ordinary dense layer, whose outputs are the same and cost
    /// nothing more than those of the layer it began with.
    public Dense merged() {
        var dense = dense();
        return new Dense(
                dense.spec(),
                Parameter.of(dense.weight().add(down.matmul(up).mul(scale()))),
                dense.bias().map(Parameter::of));
    }

    private Dense dense() {
        return (Dense) base.layer();
    }

    private double scale() {
        return spec.alpha / spec.rank;
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// An adapted dense layer before the number of its inputs is known.
    ///
    /// @param rank how thin the two matrices are
    /// @param layer the dense layer; one that has been trained brings its weights
    /// @param alpha how much the added weight counts, divided by the rank
    /// @param down where the first matrix begins
    /// @param up where the second matrix begins
    public record Spec(int rank, LayerSpec layer, double alpha, Initializer down, Initializer up)
            implements LayerSpec {
        /// Checks the numbers.
        public Spec {
            Require.positive("lowRank", "rank", rank);
            if (!(alpha > 0)) {
                throw new IllegalArgumentException(
                        "lowRank was given alpha = %s: give a number above 0, such as the rank"
                                .formatted(alpha));
            }
        }

        /// Returns the usual spec: the product of the matrices is added as it is.
        public static Spec of(int rank, LayerSpec layer) {
            return new Spec(rank, layer, rank, VarianceScaling.leCunNormal(), new Constant(0));
        }

        /// Returns this spec with an added weight that counts `alpha / rank` times.
        public Spec alpha(double alpha) {
            return new Spec(rank, layer, alpha, down, up);
        }

        @Override
        public LowRank build(Shape input, Seed seed) {
            var base = new Frozen.Spec(layer).build(input, seed.child("base"));
            if (!(base.layer() instanceof Dense dense)) {
                throw new IllegalArgumentException(
                        "lowRank was given %s: it adapts a dense layer, such as dense(10)"
                                .formatted(Call.text(layer)));
            }
            var inputs = Shape.of(dense.weight().size(0), rank);
            var outputs = Shape.of(rank, dense.weight().size(1));
            return new LowRank(
                    this,
                    base,
                    Parameter.of(down.tensor(inputs, seed.child("down"))),
                    Parameter.of(up.tensor(outputs, seed.child("up"))));
        }

        @Override
        public DType inputType() {
            return layer.inputType();
        }

        @Override
        public String toString() {
            return Call.of("lowRank")
                    .with(rank)
                    .with(layer)
                    .then(alpha != rank, "alpha(" + alpha + ")")
                    .toString();
        }
    }
}
