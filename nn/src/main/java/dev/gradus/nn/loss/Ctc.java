package dev.gradus.nn.loss;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// How surprised a network that reads along a sequence is by a text that does not say where in the
/// sequence each of its letters stands: connectionist temporal classification, for speech and
/// handwriting (Graves and others 2006).
///
/// At each time the network chooses a label or the blank. A path of choices spells a text if that is
/// what remains when repeated choices are merged and blanks are taken out; a label that follows
/// itself needs a blank between. An example loses `-log Σ p(path)` over all paths that spell its
/// text, summed by the forward algorithm in logarithms.
///
/// A text that no path of that length can spell loses infinity and has no gradient; [#zeroInfinity()]
/// makes it lose 0 instead. The mean is over examples; [#perLabel()] divides each by the length of
/// its text first, as PyTorch does.
///
/// ```java
/// var loss = ctc().apply(net.apply(sound), frames, texts, letters);
/// ```
///
/// @param blank the class that stands for no label
/// @param infinityIsZero whether impossible texts lose nothing
/// @param dividedByLength whether the loss of each text is divided by its length
public record Ctc(int blank, boolean infinityIsZero, boolean dividedByLength) {
    /// Checks the number.
    public Ctc {
        if (blank < 0) {
            throw new IllegalArgumentException(
                    "ctc was given the blank %d: it is the number of a class, 0 or more"
                            .formatted(blank));
        }
    }

    /// Returns this loss with another class for the blank; it is 0 unless said otherwise.
    public Ctc blank(int label) {
        return new Ctc(label, infinityIsZero, dividedByLength);
    }

    /// Returns this loss with texts that cannot be spelt losing nothing.
    public Ctc zeroInfinity() {
        return new Ctc(blank, true, dividedByLength);
    }

    /// Returns this loss with that of each text divided by its length, but by no less than 1.
    public Ctc perLabel() {
        return new Ctc(blank, infinityIsZero, true);
    }

    /// Returns the loss of each example: `[batch]`.
    ///
    /// @param output logits or log-probabilities, `[batch, time, classes]`
    /// @param times how many times of each example count, whole numbers `[batch]` up to `time`
    /// @param texts whole numbers `[batch, letters]`; what stands behind the end of a text is not
    ///     looked at
    /// @param letters how long each text is, whole numbers `[batch]` up to `letters`
    /// @throws ShapeException if these do not fit together
    public Tensor each(Tensor output, Tensor times, Tensor texts, Tensor letters) {
        check(output, times, texts, letters);
        var lengths = letters.cast(DType.INT64);
        // of log-probabilities the log-softmax is what they are already
        var surprise =
                CtcForward.of(output.logSoftmax(-1), texts.cast(DType.INT64), lengths, blank)
                        .surprise(times.cast(DType.INT64));
        var possible = surprise.less(CtcForward.IMPOSSIBLE);
        var otherwise =
                Tensor.scalar(infinityIsZero ? 0 : Double.POSITIVE_INFINITY, surprise.type());
        var loss = possible.where(surprise, otherwise);
        return dividedByLength ? loss.div(lengths.maximum(1).cast(loss.type())) : loss;
    }

    /// Returns the mean loss of a batch, a scalar: see [#each].
    public Tensor apply(Tensor output, Tensor times, Tensor texts, Tensor letters) {
        return each(output, times, texts, letters).mean();
    }

    private void check(Tensor output, Tensor times, Tensor texts, Tensor letters) {
        if (output.rank() != 3 || output.size(-1) <= blank) {
            throw new ShapeException(
                    "ctc was given outputs %s: they are [batch, time, classes], with more than %d classes because %d is the blank"
                            .formatted(output.shape(), blank, blank));
        }
        var batch = output.shape().range(0, 1);
        if (texts.rank() != 2
                || texts.size(0) != output.size(0)
                || !times.shape().equals(batch)
                || !letters.shape().equals(batch)) {
            throw new ShapeException(
                    "ctc was given outputs %s, times %s, texts %s and letters %s: times and letters are %s, and texts one row for each example"
                            .formatted(
                                    output.shape(),
                                    times.shape(),
                                    texts.shape(),
                                    letters.shape(),
                                    batch));
        }
        for (var whole : new Tensor[] {times, texts, letters}) {
            if (whole.type().isFloating() || whole.type() == DType.BOOL) {
                throw new IllegalArgumentException(
                        "ctc was given %s of type %s: times, texts and letters are whole numbers, cast them to int64"
                                .formatted(whole.shape(), whole.type()));
            }
        }
    }

    @Override
    public String toString() {
        return "ctc()"
                + (blank == 0 ? "" : ".blank(" + blank + ")")
                + (infinityIsZero ? ".zeroInfinity()" : "")
                + (dividedByLength ? ".perLabel()" : "");
    }
}
