package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Looks words up, reads them, and says which word fits with the very vectors they were looked up
/// in: a third of the parameters of a language model less, and a better one (Press and Wolf 2017;
/// Inan, Khosravi and Socher 2017).
///
/// `y = inner(weight[x]) weightᵀ`, where `inner` ends in as many features as a vector has.
///
/// - input: whole numbers `[batch, ...]`
/// - output: logits `[batch, ..., vocabulary]`, with the axes that `inner` leaves
///
/// In a record of one's own [Embedding#logits] does the same.
///
/// @param spec what it was built from
/// @param embedding the vectors at both ends
/// @param inner what reads them
public record Tied(Spec spec, Embedding embedding, Layer inner) implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        return embedding.logits(inner.apply(embedding.apply(x)));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A network between tied ends before its sizes are known.
    ///
    /// @param embedding the vectors at both ends
    /// @param inner what reads them
    public record Spec(Embedding.Spec embedding, LayerSpec inner) implements LayerSpec {
        @Override
        public Tied build(Shape input, Seed seed) {
            var built = embedding.build(input, seed.child("embedding"));
            return new Tied(
                    this,
                    built,
                    inner.build(input.append(Shape.of(embedding.width())), seed.child("inner")));
        }

        @Override
        public DType inputType() {
            return DType.INT64;
        }

        @Override
        public String toString() {
            return "tied(" + embedding + ", " + inner + ")";
        }
    }
}
