package dev.gradus.train;

import dev.gradus.nn.Seed;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Says how much a figure might have been otherwise with other test examples: it is taken again and
/// again from examples drawn with replacement from those there are, and the middle 95 % of the
/// results are the interval (Efron 1979, percentile method).
final class Bootstrap {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private final ConfusionMatrix[] resamples;

    private Bootstrap(ConfusionMatrix[] resamples) {
        this.resamples = resamples;
    }

    /// Draws `count` times as many examples as there are. Only what they are and were called
    /// matters, so counts are drawn, not examples.
    static Bootstrap of(ConfusionMatrix observed, int count, Seed seed) {
        var cells = cellOfExample(observed);
        var classes = observed.classes().size();
        var resamples = new ConfusionMatrix[count];
        for (var i = 0; i < count; i++) {
            var chance = seed.child(i);
            var drawn = new double[classes][classes];
            for (var k = 0; k < cells.length; k++) {
                var cell = cells[index(chance.bits(k), cells.length)];
                drawn[cell / classes][cell % classes]++;
            }
            resamples[i] = ConfusionMatrix.ofCounts(observed.classes(), drawn);
        }
        return new Bootstrap(resamples);
    }

    private static int[] cellOfExample(ConfusionMatrix observed) {
        var classes = observed.classes().size();
        var cells = new int[observed.total()];
        var next = 0;
        for (var cell = 0; cell < classes * classes; cell++) {
            var count = observed.count(cell / classes, cell % classes);
            Arrays.fill(cells, next, next + count, cell);
            next += count;
        }
        return cells;
    }

    /// Returns a number below `bound`, each equally likely but for one part in 2^32.
    private static int index(long bits, int bound) {
        return (int) ((bits >>> 32) * bound >>> 32);
    }

    Interval interval(ToDoubleFunction<ConfusionMatrix> figure) {
        var figures = Arrays.stream(resamples).mapToDouble(figure).sorted().toArray();
        return figures.length == 0
                ? new Interval(0, 0)
                : new Interval(percentile(figures, LOW), percentile(figures, HIGH));
    }

    /// Between two figures a straight line is drawn, as NumPy does.
    static double percentile(double[] sorted, double share) {
        var position = share * (sorted.length - 1);
        var below = (int) position;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
