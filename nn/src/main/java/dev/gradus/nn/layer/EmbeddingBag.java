package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Sums up a text by the mean of its words' vectors, whatever their order: the quickest way to read
/// (Joulin, Grave, Bojanowski and Mikolov 2017).
///
/// Words that are padding do not count; the mean of none is zeros.
///
/// - input: whole numbers `[batch, words]` from 0 to `vocabulary - 1`
/// - output: `[batch, width]`
///
/// @param spec what it was built from
/// @param embedding the vectors
public record EmbeddingBag(Spec spec, Embedding embedding) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() != 2) {
            throw new ShapeException(
                    "%s sums up [batch, words] but receives %s axes (input %s)"
                            .formatted(spec, x.rank(), x.shape()));
        }
        var vectors = embedding.apply(x);
        var sum = vectors.sum(1);
        if (!spec.mean) {
            return sum;
        }
        var words = x.equal(spec.embedding.padding()).not().cast(vectors.type()).sum(1);
        return sum.div(words.maximum(1).unsqueeze(1));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A bag of words before it has its vectors.
    ///
    /// @param embedding the vectors
    /// @param mean whether their mean is taken, not their sum
    public record Spec(Embedding.Spec embedding, boolean mean) implements LayerSpec {
        /// Returns this spec with the sum of the vectors.
        public Spec sum() {
            return new Spec(embedding, false);
        }

        @Override
        public EmbeddingBag build(Shape input, Seed seed) {
            return new EmbeddingBag(this, embedding.build(input, seed));
        }

        @Override
        public DType inputType() {
            return embedding.inputType();
        }

        @Override
        public String toString() {
            return Call.of("embeddingBag").with(embedding).then(!mean, "sum()").toString();
        }
    }
}
