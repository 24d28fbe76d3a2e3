package dev.gradus.train.metric;

import java.util.List;
import java.util.stream.IntStream;

/// How much precision each share of hits costs, point by point from calling nothing so to calling everything
/// so.
///
/// @param points from the largest threshold down; the first, of nothing, has a precision of 1
/// @param averagePrecision the mean precision over steps of recall, the figure of `averagePrecision()`
public record PrecisionRecallCurve(List<Point> points, double averagePrecision) {
    /// What comes of one threshold.
    ///
    /// @param threshold the score from which an example is called so; infinite where none is
    /// @param precision of those called so, the share that are
    /// @param recall of those that are so, the share called so
    public record Point(double threshold, double precision, double recall) {}

    /// Copies the list.
    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    static PrecisionRecallCurve of(BinaryCounts counts) {
        var points = IntStream.range(-1, counts.size()).mapToObj(k -> point(counts, k)).toList();
        return new PrecisionRecallCurve(points, counts.averagePrecision());
    }

    private static Point point(BinaryCounts counts, int k) {
        var tally = counts.tally(k);
        return new Point(counts.threshold(k), k < 0 ? 1 : tally.precision(), tally.recall());
    }
}
