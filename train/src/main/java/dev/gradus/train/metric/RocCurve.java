package dev.gradus.train.metric;

import java.util.ArrayList;
import java.util.List;

/// How many false alarms each share of hits costs: the receiver operating characteristic, point by point
/// from calling nothing so to calling everything so. Points on a straight line between others are left out.
///
/// @param points from the largest threshold down
/// @param area the area below, which is the figure of `rocAuc()`
public record RocCurve(List<Point> points, double area) {
    /// What comes of one threshold.
    ///
    /// @param threshold the score from which an example is called so; infinite where none is
    /// @param falsePositiveRate of those that are not so, the share called so
    /// @param truePositiveRate of those that are so, the share called so
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

    /// Copies the list.
    public RocCurve {
        points = List.copyOf(points);
    }

    static RocCurve of(BinaryCounts counts) {
        var points = new ArrayList<Point>();
        points.add(point(counts, -1));
        for (var k = 0; k < counts.size(); k++) {
            if (k == 0 || k + 1 == counts.size() || bends(counts, k)) {
                points.add(point(counts, k));
            }
        }
        return new RocCurve(points, counts.rocArea());
    }

    /// As scikit-learn sees it: steps of the same size before and after are no bend.
    private static boolean bends(BinaryCounts counts, int k) {
        var hits =
                counts.truePositives(k + 1)
                        - 2 * counts.truePositives(k)
                        + counts.truePositives(k - 1);
        var alarms =
                counts.falsePositives(k + 1)
                        - 2 * counts.falsePositives(k)
                        + counts.falsePositives(k - 1);
        return hits != 0 || alarms != 0;
    }

    private static Point point(BinaryCounts counts, int k) {
        return new Point(
                counts.threshold(k),
                counts.falsePositives(k) / counts.negatives(),
                counts.truePositives(k) / counts.positives());
    }
}
