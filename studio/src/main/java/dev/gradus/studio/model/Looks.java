package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.nn.layer.attention.CrossAttention;
import dev.gradus.nn.layer.attention.MultiHeadAttention;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Where each head of an attention looks: the step between its dense layers that a network has no layer
/// for.
///
/// - inputs: queries, keys and values side by side, `[batch, time, features + 2 × shared]`; or the queries,
///   `[batch, time, features]`, and the keys of another sequence, `[batch, places, shared]`
/// - output: for each head how much of each place is taken, `[batch, heads, queries, keys]`
///
/// @param heads how many heads ask
/// @param keyValueHeads how many heads answer
/// @param hidesFuture whether a place sees only those before it
/// @param rotary whether queries and keys are turned by their places
/// @param features how wide what goes through it is
/// @param joined whether all stand side by side in one input
record Looks(
        int heads,
        int keyValueHeads,
        boolean hidesFuture,
        boolean rotary,
        int features,
        boolean joined)
        implements Merge, Inner {
    private static final double BASE = 10_000;

    /// What the engine puts where a head may not look.
    static final double NOWHERE = -1e30;

    /// Returns the looks of an attention of a sequence to itself.
    static Looks of(MultiHeadAttention.Spec spec, int features) {
        return new Looks(
                spec.heads(),
                spec.keyValueHeads(),
                spec.hidesFuture(),
                spec.rotaryPositions(),
                features,
                true);
    }

    /// Returns the looks of an attention of one sequence to another.
    static Looks of(CrossAttention.Spec spec, int features) {
        return new Looks(spec.heads(), spec.keyValueHeads(), false, false, features, false);
    }

    int width() {
        return features / heads;
    }

    /// Returns which head's keys and values head `head` uses.
    int shared(int head) {
        return head / (heads / keyValueHeads);
    }

    /// Returns where the values begin among the features of the input they come from.
    int valuesFrom() {
        return joined ? features + width() * keyValueHeads : 0;
    }

    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        return scores(inputs).softmax(-1);
    }

    /// Returns how well each key fits each query, `[batch, heads, queries, keys]`.
    Tensor scores(List<? extends Tensor> inputs) {
        var scores = queries(inputs).matmul(keys(inputs).transpose()).mul(1 / Math.sqrt(width()));
        if (!hidesFuture) {
            return scores;
        }
        var place = Tensor.arange(scores.size(-1));
        var ahead = place.unsqueeze(1).less(place);
        return ahead.where(Tensor.scalar(NOWHERE, scores.type()), scores);
    }

    /// Returns what each head asks, `[batch, heads, queries, width]`.
    Tensor queries(List<? extends Tensor> inputs) {
        return turned(part(inputs.getFirst(), 0, features, heads));
    }

    /// Returns what each place offers each head.
    Tensor keys(List<? extends Tensor> inputs) {
        var from = joined ? features : 0;
        var to = from + width() * keyValueHeads;
        return repeated(turned(part(inputs.getLast(), from, to, keyValueHeads)));
    }

    /// Returns what each head takes from a place it looks at.
    Tensor values(Tensor all) {
        return repeated(part(all, valuesFrom(), all.size(2), keyValueHeads));
    }

    private static Tensor part(Tensor x, int from, int to, int heads) {
        return x.slice(2, from, to, 1)
                .reshape(x.size(0), x.size(1), heads, (to - from) / heads)
                .permute(0, 2, 1, 3);
    }

    private Tensor repeated(Tensor x) {
        var group = heads / keyValueHeads;
        return group == 1
                ? x
                : x.unsqueeze(2)
                        .expand(x.shape().insert(2, group))
                        .reshape(Shape.of(x.size(0), heads, x.size(2), x.size(3)));
    }

    private Tensor turned(Tensor x) {
        if (!rotary) {
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
        return "%d heads look".formatted(heads);
    }
}
