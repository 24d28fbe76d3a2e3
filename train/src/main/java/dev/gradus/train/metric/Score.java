package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;

/// A metric at work: it is fed batch by batch and says at any time what came of it.
///
/// ```java
/// var score = macroF1().start();
/// for (var batch : test.batches(256)) {
///     score.add(net.apply(batch.x()), batch.y());
/// }
/// IO.println(score.value());
/// ```
///
/// A score is for one thread. Several threads or machines keep one each and [merge][#merge(Score)]
/// them at the end: the parts give the figure of the whole. Counts, sums and kept numbers are exact, so
/// neither batches nor the order of merging change a bit; only where a metric says so are weights summed
/// as they come.
///
/// A batch that is refused leaves the score as it was.
public interface Score {
    /// Adds a batch in which every example counts alike; returns this score.
    ///
    /// @param outputs what the model answered, as the metric takes it
    /// @param targets what is so
    /// @throws IllegalArgumentException if they do not fit each other or the metric
    Score add(Tensor outputs, Tensor targets);

    /// Adds a batch in which an example counts as much as its weight says; returns this score. A weight
    /// of 2 is the example twice.
    ///
    /// @param weights a number for each example, 0 or more
    /// @throws IllegalArgumentException if they do not fit each other, or the metric knows no weights
    Score add(Tensor outputs, Tensor targets, Tensor weights);

    /// Takes in what `other` has seen, which stays as it is; returns this score.
    ///
    /// @throws IllegalArgumentException if `other` is of another metric
    Score merge(Score other);

    /// Takes in the [state][#state()] of a score of the same metric, such as one that another machine
    /// sent; returns this score.
    ///
    /// @throws IllegalArgumentException if it is not the state of such a score
    Score merge(double[] state);

    /// Returns the figure; not a number if nothing was seen of which it would speak.
    double value();

    /// Returns the figure of each class or output, or [#value()] alone where the metric has no parts.
    double[] values();

    /// Returns everything seen so far as numbers, in an array of the caller's own: how a score is sent
    /// to another machine or kept.
    double[] state();

    /// Returns the name of the metric.
    String metric();
}
