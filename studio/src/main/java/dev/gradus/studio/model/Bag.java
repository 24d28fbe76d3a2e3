package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.nn.layer.EmbeddingBag;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.studio.model.Calculation.Term;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Makes one vector of those of all words: their sum, or their mean, in which padding does not count.
///
/// - inputs: the words, `[batch, words]`, and their vectors, `[batch, words, width]`
///
/// @param spec the bag
record Bag(EmbeddingBag.Spec spec) implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        var vectors = inputs.getLast();
        var sum = vectors.sum(1);
        if (!spec.mean()) {
            return sum;
        }
        var padding = spec.embedding().padding();
        var words = inputs.getFirst().equal(padding).not().cast(vectors.type()).sum(1);
        return sum.div(words.maximum(1).unsqueeze(1));
    }

    Calculation account(Spot at) {
        var words = at.input(0);
        var width = at.shape().size(0);
        var counted = 0;
        for (var word : words) {
            counted += word == spec.embedding().padding() ? 0 : 1;
        }
        var share = spec.mean() ? 1.0 / Math.max(1, counted) : 1;
        var terms = new ArrayList<Term>();
        for (var i = 0; i < words.length; i++) {
            terms.add(at.term(1, i * width + at.flat(), share));
        }
        return at.sum(Kind.WEIGHTED, terms);
    }

    @Override
    public String toString() {
        return spec.mean() ? "mean of the vectors" : "sum of the vectors";
    }
}
