package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Looks at a picture as a whole to decide how much each of its channels matters, and weighs them by
/// that: `y = x × sigmoid(excite(relu(squeeze(mean of x over its positions))))` (Hu, Shen and Sun
/// 2017).
///
/// - input and output: `[batch, spatial..., channels]`, with at least one spatial axis
///
/// @param spec what it was built from
/// @param squeeze a dense layer to `channels / reduction` numbers
/// @param excite a dense layer back to `channels`
public record SqueezeExcitation(Spec spec, Dense squeeze, Dense excite) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        spec.check(x.shape(), 1);
        var positions = IntStream.range(1, x.rank() - 1).toArray();
        var weights = excite.apply(squeeze.apply(x.mean(positions)));
        var sizes = new int[x.rank()];
        Arrays.fill(sizes, 1);
        sizes[0] = x.size(0);
        sizes[x.rank() - 1] = x.size(-1);
        return x.mul(weights.reshape(Shape.of(sizes)));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// The weighing of channels before their number is known.
    ///
    /// @param reduction how many times fewer numbers than channels are between the two dense layers
    /// @param initializer where the weights begin
    public record Spec(int reduction, Initializer initializer) implements LayerSpec {
        /// Checks the number.
        public Spec {
            Require.positive("squeezeExcitation", "reduction", reduction);
        }

        /// Returns the usual spec.
        public static Spec of(int reduction) {
            return new Spec(reduction, VarianceScaling.glorotUniform());
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(reduction, start);
        }

        @Override
        public SqueezeExcitation build(Shape input, Seed seed) {
            check(input, 0);
            var channels = input.size(-1);
            var between = Math.max(1, channels / reduction);
            return new SqueezeExcitation(
                    this,
                    new Dense.Spec(between, Activation.RELU, true, initializer)
                            .build(Shape.of(channels), seed.child("squeeze")),
                    new Dense.Spec(channels, Activation.SIGMOID, true, initializer)
                            .build(Shape.of(between), seed.child("excite")));
        }

        private void check(Shape x, int batchAxes) {
            if (x.rank() < batchAxes + 2) {
                throw new ShapeException(
                        "%s weighs the channels of [%sspatial..., channels] but receives %d axes (input %s)"
                                .formatted(this, batchAxes == 0 ? "" : "batch, ", x.rank(), x));
            }
        }

        @Override
        public String toString() {
            return "squeezeExcitation(" + reduction + ")";
        }
    }
}
