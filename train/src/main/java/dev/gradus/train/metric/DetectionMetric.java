package dev.gradus.train.metric;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How well things in pictures are found and framed: mean average precision as COCO defines it (Lin and
/// others 2014).
///
/// Of one picture, outputs are `[boxes, 6]`: left, top, right, bottom, score, class; and targets
/// `[boxes, 5]`: left, top, right, bottom, class. Pictures may come together, `[pictures, boxes, ...]`, where
/// boxes of class -1 fill up.
///
/// A box, the surest first, hits the thing of its class that it overlaps most, of those not hit yet, if
/// intersection over union reaches the threshold. From hits and misses of all pictures follows the precision
/// at 101 recalls, of which the mean is taken over recalls, thresholds and the classes that are there. At most
/// 100 boxes a picture and class count. COCO's crowds and sizes of things are not told apart. Boxes of the
/// same score are judged together, so the order of pictures does not matter; 24 bytes a box are kept.
///
/// @param thresholds the overlaps that are asked for; the mean is taken
public record DetectionMetric(List<Double> thresholds) implements Metric {
    private static final List<Double> COCO =
            IntStream.range(0, 10)
                    .mapToObj(i -> i == 9 ? 0.95 : 0.5 + i * ((0.95 - 0.5) / 9))
                    .toList();

    private static final int BOX = 4;
    private static final int WIDTH = 3;

    /// In place of hits: the row is a thing to be found.
    private static final double THING = -1;

    /// Copies and checks the thresholds.
    public DetectionMetric {
        thresholds = List.copyOf(thresholds);
        if (thresholds.isEmpty()
                || thresholds.size() > 50
                || !thresholds.stream().allMatch(overlap -> overlap > 0 && overlap <= 1)) {
            throw new IllegalArgumentException(
                    "detection was given the overlaps %s: give 1 to 50 numbers above 0, up to 1"
                            .formatted(thresholds));
        }
    }

    /// Returns the metric with COCO's ten overlaps, 0.5, 0.55 and so on to 0.95.
    public static DetectionMetric coco() {
        return new DetectionMetric(COCO);
    }

    /// Returns the metric with one overlap alone.
    public DetectionMetric at(double overlap) {
        return new DetectionMetric(List.of(overlap));
    }

    @Override
    public String name() {
        return thresholds.equals(COCO)
                ? "mean average precision"
                : "mean average precision at "
                        + (thresholds.size() == 1 ? thresholds.getFirst() : thresholds);
    }

    @Override
    public Score start() {
        return new Running<>(
                name(),
                new Rows(),
                this::add,
                rows -> new DetectionTable(rows, thresholds.size()).value(),
                rows -> new DetectionTable(rows, thresholds.size()).values());
    }

    private void add(Rows rows, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        Unweighted.check(name(), weights);
        var pictures = pictures(outputs, targets);
        var numbers = new ArrayList<double[]>();
        for (var i = 0; i < pictures; i++) {
            picture(
                    boxes(outputs, i, pictures, BOX + 2),
                    boxes(targets, i, pictures, BOX + 1),
                    numbers);
        }
        rows.append(WIDTH, numbers.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    private static int pictures(Tensor outputs, Tensor targets) {
        var rank = outputs.rank();
        var fits =
                (rank == 2 || rank == 3)
                        && targets.rank() == rank
                        && outputs.size(-1) == BOX + 2
                        && targets.size(-1) == BOX + 1
                        && (rank == 2 || outputs.size(0) == targets.size(0));
        if (!fits) {
            throw new ShapeException(
                    "boxes of %s came for things of %s: give [boxes, 6] (left, top, right, bottom, score, class) and [boxes, 5] (left, top, right, bottom, class), or several pictures of both"
                            .formatted(outputs.shape(), targets.shape()));
        }
        return rank == 2 ? 1 : outputs.size(0);
    }

    /// Returns the boxes of a picture without those that fill up.
    private static List<double[]> boxes(Tensor all, int picture, int pictures, int width) {
        var count = all.count() / width / pictures;
        var boxes = new ArrayList<double[]>();
        for (var i = picture * count; i < (picture + 1) * count; i++) {
            var box = new double[width];
            for (var k = 0; k < width; k++) {
                box[k] = all.buffer().getDouble(i * width + k);
            }
            var label = box[width - 1];
            if (label != Math.rint(label)) {
                throw new IllegalArgumentException(
                        "a box of class %s came: the last number of a box is its class, 0, 1, 2 and so on, or -1 where it fills up"
                                .formatted(label));
            }
            if (label >= 0) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    private void picture(List<double[]> found, List<double[]> things, List<double[]> rows) {
        things.forEach(thing -> rows.add(new double[] {thing[BOX], 0, THING}));
        var labels = found.stream().mapToDouble(box -> box[BOX + 1]).distinct().toArray();
        for (var label : labels) {
            BoxMatching.match(
                    found.stream().filter(box -> box[BOX + 1] == label).toList(),
                    things.stream().filter(thing -> thing[BOX] == label).toList(),
                    thresholds,
                    (box, hits) -> rows.add(new double[] {label, box[BOX], hits}));
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
