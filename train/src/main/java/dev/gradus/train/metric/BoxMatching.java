package dev.gradus.train.metric;

import java.util.Comparator;
import java.util.List;
import java.util.function.ObjLongConsumer;

/// Which boxes of one class hit which things in a picture.
final class BoxMatching {
    /// As many as COCO looks at.
    private static final int MOST = 100;

    private static final int SCORE = 4;

    /// What COCO asks for where the threshold is 1: rounding must not spoil a perfect box.
    private static final double NEARLY_ALL = 1 - 1e-10;

    private BoxMatching() {}

    /// Hands each box to `taker` with the thresholds at which it hits, a bit each.
    static void match(
            List<double[]> found,
            List<double[]> things,
            List<Double> thresholds,
            ObjLongConsumer<double[]> taker) {
        var boxes =
                found.stream()
                        .sorted(Comparator.comparingDouble((double[] box) -> -box[SCORE]))
                        .limit(MOST)
                        .toList();
        var hits = new long[boxes.size()];
        for (var t = 0; t < thresholds.size(); t++) {
            var taken = new boolean[things.size()];
            for (var i = 0; i < hits.length; i++) {
                var hit = most(boxes.get(i), things, taken, thresholds.get(t));
                if (hit >= 0) {
                    taken[hit] = true;
                    hits[i] |= 1L << t;
                }
            }
        }
        for (var i = 0; i < hits.length; i++) {
            taker.accept(boxes.get(i), hits[i]);
        }
    }

    /// Returns the thing that a box overlaps most, the last of several, or -1 if none enough.
    private static int most(
            double[] box, List<double[]> things, boolean[] taken, double threshold) {
        var enough = Math.min(threshold, NEARLY_ALL);
        var most = -1;
        for (var k = 0; k < taken.length; k++) {
            var overlap = taken[k] ? -1 : overlap(box, things.get(k));
            if (overlap >= enough) {
                enough = overlap;
                most = k;
            }
        }
        return most;
    }

    /// Returns intersection over union.
    static double overlap(double[] a, double[] b) {
        var width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
        var height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        var both = width * height;
        return both / (area(a) + area(b) - both);
    }

    private static double area(double[] box) {
        return (box[2] - box[0]) * (box[3] - box[1]);
    }
}
