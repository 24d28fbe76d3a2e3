package dev.gradus.nn.loss;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// How much the places that a network marks and those it should mark have in common.
///
/// @param common how much is marked in both, for each region `[batch]`, or `[batch, classes]`
/// @param marked how much the network marks
/// @param truth how much should be marked
record Overlap(Tensor common, Tensor marked, Tensor truth) {
    /// Keeps quotients finite where nothing is marked at all.
    static final double SMALLEST = 1e-7;

    static Overlap of(
            Object loss, Tensor output, Tensor target, boolean probabilities, boolean perClass) {
        var truth = Pairs.matching(loss, output, target);
        var marked = probabilities ? output : output.sigmoid();
        return new Overlap(
                area(marked.mul(truth), perClass), area(marked, perClass), area(truth, perClass));
    }

    /// Returns the sum over all places of an example.
    private static Tensor area(Tensor x, boolean perClass) {
        if (x.rank() < 2) {
            throw new ShapeException(
                    "regions %s were given: the first axis counts the examples, so another one must hold their places"
                            .formatted(x.shape()));
        }
        var classes = perClass ? x.size(-1) : 1;
        var places = x.shape().range(1, x.rank()).count() / Math.max(1, classes);
        var sum = x.reshape(x.size(0), places, classes).sum(1);
        return perClass ? sum : sum.squeeze(-1);
    }

    /// Returns what the network marks and should not.
    Tensor wronglyMarked() {
        return marked.sub(common);
    }

    /// Returns what the network should mark and does not.
    Tensor missed() {
        return truth.sub(common);
    }
}
