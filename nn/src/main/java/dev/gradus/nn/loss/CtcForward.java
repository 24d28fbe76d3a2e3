package dev.gradus.nn.loss;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;

/// The forward algorithm of [Ctc], for all examples and all places of their texts at once.
///
/// A text of `n` letters has `2n + 1` places: a blank before, between and after its letters. Going
/// from one time to the next, a path stays at its place, moves to the next, or jumps over a blank
/// between two letters that differ.
///
/// @param spoken log-probabilities of what stands at each place, `[batch, time, places]`
/// @param jumps whether a path may come from two places before, `[batch, places]`
/// @param ends whether a path may end there, `[batch, places]`
record CtcForward(Tensor spoken, Tensor jumps, Tensor ends) {
    /// A surprise no path has: more than any number of sensible logits adds up to, less than what
    /// impossible paths have.
    static final double IMPOSSIBLE = 1e29;

    /// In the place of the logarithm of 0, whose slope is not a number. Sums of three keep it in
    /// `float32`.
    private static final double NEVER = -1e30;

    static CtcForward of(Tensor logProbability, Tensor texts, Tensor letters, int blank) {
        var batch = texts.size(0);
        var most = texts.size(1);
        var none = Tensor.scalar(blank, DType.INT64);
        var counted = Tensor.arange(most).less(letters.unsqueeze(1));
        var kept = counted.where(texts, none);
        var places = 2 * most + 1;
        var silence = none.expand(batch, most);
        // a blank in front of each letter, and one at the end
        var text =
                Tensor.concatenate(
                        1,
                        Tensor.stack(2, silence, kept).reshape(batch, places - 1),
                        none.expand(batch, 1));
        var time = logProbability.size(1);
        var spoken = logProbability.gather(2, text.unsqueeze(1).expand(batch, time, places));
        var place = Tensor.arange(places);
        var last = letters.mul(2).unsqueeze(1);
        var ends = place.equal(last).or(place.equal(last.sub(1)));
        return new CtcForward(spoken, jumps(text, blank), ends);
    }

    private static Tensor jumps(Tensor text, int blank) {
        var places = text.size(1);
        if (places < 2) {
            return Tensor.zerosLike(text).cast(DType.BOOL);
        }
        var before = text.slice(1, 0, places - 2, 1).pad(new int[] {0, 2}, new int[] {0, 0}, blank);
        // at the first letter nothing is before: its place there is filled with the blank
        return text.equal(blank).or(text.equal(before)).not();
    }

    /// Returns `-log Σ p(path)` of each example: `[batch]`; where there is no path, a number above
    /// [#IMPOSSIBLE].
    Tensor surprise(Tensor times) {
        var batch = spoken.size(0);
        var places = spoken.size(2);
        var never = Tensor.scalar(NEVER, spoken.type());
        // before the first time every path stands at the first blank
        var reached =
                Tensor.arange(places)
                        .equal(0)
                        .where(Tensor.scalar(0, spoken.type()), never)
                        .expand(batch, places);
        for (var time = 0; time < spoken.size(1); time++) {
            var now = spoken.slice(1, time, time + 1, 1).squeeze(1);
            var next = step(reached).add(now);
            reached = times.greater(time).unsqueeze(1).where(next, reached);
        }
        return ends.where(reached, never).logSumExp(1).neg();
    }

    private Tensor step(Tensor reached) {
        if (reached.size(1) < 2) {
            return reached;
        }
        var moved = shift(reached, 1);
        var jumped = jumps.where(shift(reached, 2), Tensor.scalar(NEVER, reached.type()));
        var largest = reached.maximum(moved).maximum(jumped).detach();
        return reached.sub(largest)
                .exp()
                .add(moved.sub(largest).exp())
                .add(jumped.sub(largest).exp())
                .log()
                .add(largest);
    }

    private static Tensor shift(Tensor reached, int by) {
        return reached.slice(1, 0, reached.size(1) - by, 1)
                .pad(new int[] {0, by}, new int[] {0, 0}, NEVER);
    }
}
