package dev.gradus.train.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The boxes and things of all pictures, and the figures of their classes. A row is a class, a score and the
/// thresholds at which the box hits, a bit each; or a class, 0 and -1 for a thing.
final class DetectionTable {
    private static final int RECALLS = 101;

    private final Rows rows;
    private final int thresholds;

    DetectionTable(Rows rows, int thresholds) {
        this.rows = rows;
        this.thresholds = thresholds;
    }

    double value() {
        return IntStream.range(0, classes())
                .mapToDouble(this::ofClass)
                .filter(figure -> !Double.isNaN(figure))
                .average()
                .orElse(Double.NaN);
    }

    /// Returns the figure of each class; no number for one that is nowhere.
    double[] values() {
        return IntStream.range(0, classes()).mapToDouble(this::ofClass).toArray();
    }

    private int classes() {
        return 1 + IntStream.range(0, rows.size()).map(this::label).max().orElse(-1);
    }

    private int label(int row) {
        return (int) rows.get(row, 0);
    }

    private boolean isThing(int row) {
        return rows.get(row, 2) < 0;
    }

    private double ofClass(int label) {
        var own = IntStream.range(0, rows.size()).filter(row -> label(row) == label).toArray();
        var things = IntStream.of(own).filter(this::isThing).count();
        if (things == 0) {
            return Double.NaN;
        }
        var boxes =
                IntStream.of(own)
                        .filter(row -> !isThing(row))
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -rows.get(row, 1)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return IntStream.range(0, thresholds)
                .mapToDouble(threshold -> averagePrecision(boxes, things, threshold))
                .average()
                .orElseThrow();
    }

    private double averagePrecision(int[] boxes, long things, int threshold) {
        var precision = new double[boxes.length];
        var recall = new double[boxes.length];
        var points = 0;
        var hits = 0;
        for (var i = 0; i < boxes.length; i++) {
            hits += (int) ((long) rows.get(boxes[i], 2) >> threshold & 1);
            // boxes of the same score are judged together
            if (i + 1 == boxes.length || rows.get(boxes[i + 1], 1) != rows.get(boxes[i], 1)) {
                precision[points] = (double) hits / (i + 1);
                recall[points] = (double) hits / things;
                points++;
            }
        }
        for (var k = points - 2; k >= 0; k--) {
            precision[k] = Math.max(precision[k], precision[k + 1]);
        }
        var sum = 0.0;
        var k = 0;
        for (var i = 0; i < RECALLS; i++) {
            // not i / 100: where a recall is one of these exactly, COCO's rounding decides
            while (k < points && recall[k] < i * 0.01) {
                k++;
            }
            sum += k < points ? precision[k] : 0;
        }
        return sum / RECALLS;
    }
}
