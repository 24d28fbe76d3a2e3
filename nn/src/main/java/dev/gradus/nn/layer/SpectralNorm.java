package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Normal;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Divides a layer's weight by the most it stretches any input, so that the layer cannot stretch
/// differences by more than 1: what keeps the critic of a generative adversarial network tame
/// (Miyato, Kataoka, Koyama and Yoshida 2018).
///
/// The stretch is the largest singular value `σ = left W right` of the weight as a matrix
/// `[inputs, outputs]`. The two vectors that lead to it are kept, and each training step brings them
/// closer by `right = unit(left W)`, `left = unit(W right)`, the power iteration; outside of training
/// they stand still. No gradient flows through the vectors themselves.
///
/// - input and output: those of the layer
///
/// @param spec what it was built from
/// @param layer the layer, whose weight itself is not limited
/// @param left the direction among the inputs that is stretched most, `[size... × inputs]`
/// @param right the direction among the outputs it is stretched to, `[outputs]`
public record SpectralNorm(Spec spec, WeightedLayer layer, Parameter left, Parameter right)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        var matrix = matrix(layer.weight());
        var flat = matrix.detach();
        Tensor nextLeft = left;
        Tensor nextRight = right;
        for (var i = 0; i < spec.iterations; i++) {
            nextRight = unit(nextLeft.matmul(flat));
            nextLeft = unit(flat.matmul(nextRight));
        }
        var from = Tensor.byMode(nextLeft, left.detach());
        var to = Tensor.byMode(nextRight, right.detach());
        var stretch = from.detach().matmul(matrix.matmul(to.detach()));
        return layer.apply(x, layer.weight().div(stretch))
                .assigning(left, from)
                .assigning(right, to);
    }

    private static Tensor matrix(Tensor weight) {
        return weight.reshape(-1, weight.size(-1));
    }

    private static Tensor unit(Tensor vector) {
        return vector.mul(vector.square().sum().maximum(1e-24).sqrt().reciprocal());
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A spectral normalisation before its layer is built.
    ///
    /// @param layer a layer with one weight, such as a dense layer or a convolution
    /// @param iterations how often each training step improves the vectors
    public record Spec(LayerSpec layer, int iterations) implements LayerSpec {
        // enough that the first outputs are limited and their gradient is that of the limit
        private static final int FIRST_ITERATIONS = 60;

        /// Checks the number.
        public Spec {
            Require.positive("spectralNorm", "iterations", iterations);
        }

        /// Returns the usual spec: one iteration in each step, for weights change little.
        public static Spec of(LayerSpec layer) {
            return new Spec(layer, 1);
        }

        /// Returns this spec with vectors that are improved more often in each step.
        public Spec iterations(int number) {
            return new Spec(layer, number);
        }

        @Override
        public SpectralNorm build(Shape input, Seed seed) {
            var built = WeightedLayer.built("spectralNorm", layer, input, seed.child("layer"));
            var matrix = matrix(built.weight());
            var start = new Normal(1).tensor(Shape.of(matrix.size(0)), seed.child("left"));
            var left = unit(start);
            var right = unit(left.matmul(matrix));
            for (var i = 0; i < FIRST_ITERATIONS; i++) {
                left = unit(matrix.matmul(right)).realize();
                right = unit(left.matmul(matrix)).realize();
            }
            return new SpectralNorm(this, built, Parameter.state(left), Parameter.state(right));
        }

        @Override
        public DType inputType() {
            return layer.inputType();
        }

        @Override
        public String toString() {
            return Call.of("spectralNorm")
                    .with(layer)
                    .then(iterations != 1, "iterations(" + iterations + ")")
                    .toString();
        }
    }
}
