package dev.gradus.train;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What loss each learning rate led to: see [LearningRateFinder]. Printed, it is a small chart.
///
/// @param rates the rates, in rising order
/// @param losses the loss of the batch that was learned from with each
public record LearningRateCurve(List<Double> rates, List<Double> losses) {
    private static final String NEVER_FELL =
            "no learning rate made the loss smaller: try other rates, as in between(1e-8, 1e-2), or look for missing or infinite numbers in the data";

    private static final int WIDTH = 60;
    private static final int HEIGHT = 10;

    /// Copies the lists.
    public LearningRateCurve {
        rates = List.copyOf(rates);
        losses = List.copyOf(losses);
        if (rates.size() != losses.size()) {
            throw new IllegalArgumentException(
                    "%d learning rates came with %d losses: there must be one for each"
                            .formatted(rates.size(), losses.size()));
        }
    }

    /// Returns the losses without the ups and downs from batch to batch: the mean of each and its
    /// neighbours, a twentieth of all on either side.
    public List<Double> smoothed() {
        var reach = reach();
        return IntStream.range(0, losses.size())
                .mapToObj(i ->
                        losses
                                .subList(
                                        Math.max(0, i - reach),
                                        Math.min(losses.size(), i + reach + 1))
                                .stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow())
                .toList();
    }

    private int reach() {
        return losses.size() / 20;
    }

    /// Returns the rate at which the loss fell fastest, before it was least: a good one to train
    /// with. A schedule that comes down from its highest rate, such as `oneCycle()`, can take a few
    /// times more.
    ///
    /// @throws IllegalStateException if the loss never fell
    public double suggestion() {
        return steepest().orElseThrow(() -> new IllegalStateException(NEVER_FELL));
    }

    private OptionalDouble steepest() {
        var smoothed = smoothed();
        var least = smoothed.isEmpty() ? 0 : smoothed.indexOf(Collections.min(smoothed));
        var reach = reach();
        var steepest = OptionalDouble.empty();
        var slope = 0.0;
        for (var i = Math.max(1, reach); i <= least; i++) {
            var after = Math.min(smoothed.size() - 1, i + reach);
            var fall = smoothed.get(after) - smoothed.get(i - Math.max(1, reach));
            if (fall < slope) {
                slope = fall;
                steepest = OptionalDouble.of(rates.get(i));
            }
        }
        return steepest;
    }

    /// Returns the smoothed losses over the rates as a chart, with the suggestion.
    @Override
    public String toString() {
        if (rates.isEmpty()) {
            return "no learning rate led to a loss that is a number";
        }
        var smoothed = smoothed();
        // far above the beginning there is nothing to see
        var top = Math.min(Collections.max(smoothed), 1.5 * smoothed.getFirst());
        var bottom = Collections.min(smoothed);
        var text = new StringBuilder("loss\n");
        for (var row = 0; row < HEIGHT; row++) {
            var label = top - row * (top - bottom) / (HEIGHT - 1);
            text.append(format("%9.4g |%s\n", label, line(smoothed, row, top, bottom)));
        }
        text.append(" ".repeat(10)).append('+').append("-".repeat(WIDTH)).append('\n');
        var first = format("%.0e", rates.getFirst());
        var last = format("%.0e", rates.getLast());
        var gap = WIDTH - first.length() - last.length();
        text.append(" ".repeat(11)).append(first).append(" ".repeat(gap)).append(last).append('\n');
        return text.append(advice()).toString();
    }

    private String line(List<Double> smoothed, int row, double top, double bottom) {
        var line = new StringBuilder();
        for (var column = 0; column < WIDTH; column++) {
            var loss = smoothed.get(column * (smoothed.size() - 1) / (WIDTH - 1));
            var share = top == bottom ? 0 : (Math.min(loss, top) - bottom) / (top - bottom);
            var at = (int) Math.round((1 - share) * (HEIGHT - 1));
            line.append(at == row ? '*' : ' ');
        }
        return line.toString().stripTrailing();
    }

    private String advice() {
        var steepest = steepest();
        return steepest.isPresent()
                ? format(
                        "the loss falls fastest at a learning rate of %.1e", steepest.getAsDouble())
                : NEVER_FELL;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
