package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.nn.layer.attention.MultiHeadAttention;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Where each head of an attention looks: the step between its two dense layers that a network has no
/// layer for.
///
/// - input: queries, keys and values side by side, `[batch, time, features + 2 × shared]`
/// - output: for each head how much of each place is taken, `[batch, heads, time, time]`
///
/// @param spec how the attention is built
/// @param features how wide what goes through it is
record Looks(MultiHeadAttention.Spec spec, int features) implements Merge {
    private static final double BASE = 10_000;

    /// What the engine puts where a head may not look.
    static final double NOWHERE = -1e30;

    int width() {
        return features / spec.heads();
    }

    /// Returns which head's keys and values head `head` uses.
    int shared(int head) {
        return head / (spec.heads() / spec.keyValueHeads());
    }

    /// Returns where the values begin among the features of the input.
    int valuesFrom() {
        return features + width() * spec.keyValueHeads();
    }

    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        return scores(inputs.getFirst()).softmax(-1);
    }

    /// Returns how well each key fits each query, `[batch, heads, queries, keys]`.
    Tensor scores(Tensor all) {
        var scores = queries(all).matmul(keys(all).transpose()).mul(1 / Math.sqrt(width()));
        if (!spec.hidesFuture()) {
            return scores;
        }
        var place = Tensor.arange(scores.size(-1));
        var ahead = place.unsqueeze(1).less(place);
        return ahead.where(Tensor.scalar(NOWHERE, scores.type()), scores);
    }

    /// Returns what each head asks, `[batch, heads, time, width]`.
    Tensor queries(Tensor all) {
        return turned(part(all, 0, features, spec.heads()));
    }

    /// Returns what each place offers each head.
    Tensor keys(Tensor all) {
        return repeated(turned(part(all, features, valuesFrom(), spec.keyValueHeads())));
    }

    /// Returns what each head takes from a place it looks at.
    Tensor values(Tensor all) {
        return repeated(part(all, valuesFrom(), all.size(2), spec.keyValueHeads()));
    }

    private static Tensor part(Tensor x, int from, int to, int heads) {
        return x.slice(2, from, to, 1)
                .reshape(x.size(0), x.size(1), heads, (to - from) / heads)
                .permute(0, 2, 1, 3);
    }

    private Tensor repeated(Tensor x) {
        var group = spec.heads() / spec.keyValueHeads();
        return group == 1
                ? x
                : x.unsqueeze(2)
                        .expand(x.shape().insert(2, group))
                        .reshape(Shape.of(x.size(0), spec.heads(), x.size(2), x.size(3)));
    }

    private Tensor turned(Tensor x) {
        if (!spec.rotaryPositions()) {
            return x;
        }
        var half = width() / 2;
        var frequencies = new double[half];
        for (var i = 0; i < half; i++) {
            frequencies[i] = StrictMath.pow(BASE, -(double) i / half);
        }
        var angle =
                Tensor.arange(x.size(2))
                        .cast(DType.FLOAT64)
                        .unsqueeze(1)
                        .mul(Tensor.of(frequencies, half));
        var cosine = angle.cos().cast(x.type());
        var sine = angle.sin().cast(x.type());
        var first = x.slice(3, 0, half, 1);
        var second = x.slice(3, half, 2 * half, 1);
        return Tensor.concatenate(
                3,
                first.mul(cosine).sub(second.mul(sine)),
                second.mul(cosine).add(first.mul(sine)));
    }

    @Override
    public String toString() {
        return "%d heads look".formatted(spec.heads());
    }
}
