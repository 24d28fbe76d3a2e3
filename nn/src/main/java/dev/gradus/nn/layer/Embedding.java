package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.Uniform;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Gives each word, product or station a vector of its own that is learned: `y = weight[x]`
/// (Bengio, Ducharme, Vincent and Jauvin 2003).
///
/// The word that fills up sentences which are too short, if there is one, is a vector of zeros and
/// stays it; `lstm(64).skipZeros()` and its like pass over it.
///
/// - input: whole numbers `[batch, ...]` from 0 to `vocabulary - 1`
/// - output: `[batch, ..., width]`
///
/// @param spec what it was built from
/// @param weight `[vocabulary, width]`
public record Embedding(Spec spec, Parameter weight) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        checkWhole(spec, x);
        var vectors = weight.take(0, x);
        return spec.padding == Spec.NO_PADDING
                ? vectors
                : x.equal(spec.padding).unsqueeze(-1).where(Tensor.zerosLike(vectors), vectors);
    }

    /// Returns how well vectors fit each word, `x weightᵀ`: logits over the vocabulary from the same
    /// numbers that words are looked up in (Press and Wolf 2017; Inan, Khosravi and Socher 2017).
    ///
    /// @param x `[batch, ..., width]`
    /// @return `[batch, ..., vocabulary]`
    public Tensor logits(Tensor x) {
        if (x.rank() == 0 || x.size(-1) != spec.width) {
            throw new ShapeException(
                    "the logits of %s need vectors of %d features but receive (input %s)."
                            .formatted(spec, spec.width, x.shape()));
        }
        return x.matmul(weight.transpose());
    }

    static void checkWhole(LayerSpec spec, Tensor x) {
        if (x.type().isFloating() || x.type() == DType.BOOL) {
            throw new IllegalArgumentException(
                    "%s looks up whole numbers but receives %s (input %s): cast(DType.INT64) them"
                            .formatted(spec, x.type(), x.shape()));
        }
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// An embedding before it has its vectors.
    ///
    /// @param vocabulary how many different numbers there are
    /// @param width how long each vector is
    /// @param padding the number whose vector is zeros and is not learned, or [#NO_PADDING]
    /// @param initializer where the vectors begin
    public record Spec(int vocabulary, int width, int padding, Initializer initializer)
            implements LayerSpec {
        /// No number is padding.
        public static final int NO_PADDING = -1;

        /// Checks the sizes.
        public Spec {
            Require.positive("embedding", "vocabulary", vocabulary);
            Require.positive("embedding", "width", width);
            if (padding < NO_PADDING || padding >= vocabulary) {
                throw new IllegalArgumentException(
                        "embedding was given padding = %d: it is one of the numbers 0 to %d"
                                .formatted(padding, vocabulary - 1));
            }
        }

        /// Returns the usual spec, whose vectors begin near 0.
        public static Spec of(int vocabulary, int width) {
            return new Spec(vocabulary, width, NO_PADDING, new Uniform(-0.05, 0.05));
        }

        /// Returns this spec with a number, usually 0, that stands for "no word here": its vector is
        /// zeros and is not learned.
        public Spec padding(int word) {
            return new Spec(vocabulary, width, word, initializer);
        }

        /// Returns this spec with vectors that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(vocabulary, width, padding, start);
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
            return Call.of("embedding")
                    .with(vocabulary)
                    .with(width)
                    .then(padding != NO_PADDING, "padding(" + padding + ")")
                    .toString();
        }
    }
}
