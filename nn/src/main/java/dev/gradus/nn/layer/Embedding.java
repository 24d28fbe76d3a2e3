package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.Uniform;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Gives each word, product or station a vector of its own that is learned: `y = weight[x]`
/// (Bengio, Ducharme, Vincent and Jauvin 2003).
///
/// - input: whole numbers `[batch, ...]` from 0 to `vocabulary - 1`
/// - output: `[batch, ..., width]`
///
/// @param spec what it was built from
/// @param weight `[vocabulary, width]`
public record Embedding(Spec spec, Parameter weight) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        if (x.type().isFloating() || x.type() == DType.BOOL) {
            throw new IllegalArgumentException(
                    "%s looks up whole numbers but receives %s (input %s): cast(DType.INT64) them"
                            .formatted(spec, x.type(), x.shape()));
        }
        return weight.take(0, x);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// An embedding before it has its vectors.
    ///
    /// @param vocabulary how many different numbers there are
    /// @param width how long each vector is
    /// @param initializer where the vectors begin
    public record Spec(int vocabulary, int width, Initializer initializer) implements LayerSpec {
        /// Checks the sizes.
        public Spec {
            Require.positive("embedding", "vocabulary", vocabulary);
            Require.positive("embedding", "width", width);
        }

        /// Returns the usual spec, whose vectors begin near 0.
        public static Spec of(int vocabulary, int width) {
            return new Spec(vocabulary, width, new Uniform(-0.05, 0.05));
        }

        /// Returns this spec with vectors that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(vocabulary, width, start);
        }

        @Override
        public Embedding build(Shape input, Seed seed) {
            var weight = Shape.of(vocabulary, width);
            return new Embedding(
                    this, Parameter.of(initializer.tensor(weight, seed.child("weight"))));
        }

        @Override
        public DType inputType() {
            return DType.INT64;
        }

        @Override
        public String toString() {
            return "embedding(" + vocabulary + ", " + width + ")";
        }
    }
}
