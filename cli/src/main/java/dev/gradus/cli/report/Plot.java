package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Epoch;
import dev.gradus.cli.text.Numbers;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// The plane on which curves over epochs are drawn, labelled at their ends.
final class Plot {
    private static final double LEFT = 44;
    private static final double RIGHT = 64;
    private static final double TOP = 22;
    private static final double BOTTOM = 34;
    private static final double LEAST_DISTANCE = 16;
    private static final double LABEL_WIDTH = 120;

    private final double width;
    private final double height;
    private final List<Epoch> epochs;
    private final ToDoubleFunction<Epoch> seen;
    private final ToDoubleFunction<Epoch> unseen;
    private final boolean share;
    private final double low;
    private final double high;
    private final double step;

    Plot(
            double width,
            double height,
            List<Epoch> epochs,
            ToDoubleFunction<Epoch> seen,
            ToDoubleFunction<Epoch> unseen,
            boolean share) {
        this.width = width;
        this.height = height;
        this.epochs = epochs;
        this.seen = seen;
        this.unseen = unseen;
        this.share = share;
        var values =
                epochs.stream()
                        .flatMapToDouble(epoch ->
                                DoubleStream.of(
                                        seen.applyAsDouble(epoch), unseen.applyAsDouble(epoch)))
                        .filter(Double::isFinite)
                        .summaryStatistics();
        var from = values.getCount() == 0 ? 0 : values.getMin();
        var to = values.getCount() == 0 ? 1 : values.getMax();
        step = roundStep(Math.max(to - from, 1e-6) / 4);
        low = Math.max(0, Math.floor(from / step) * step);
        var top = Math.max(low + step, Math.ceil(to / step) * step);
        high = share ? Math.min(1, top) : top;
    }

    /// Rounds a distance between lines up to 1, 2 or 5 times a power of ten.
    private static double roundStep(double rough) {
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }

    void axes(Markup page) {
        for (var i = 0; low + i * step <= high + step / 2; i++) {
            var value = low + i * step;
            page.empty(
                    "path",
                    "d",
                    "M%s %sH%s".formatted(text(LEFT), text(y(value)), text(width - RIGHT)),
                    "class",
                    "grid");
            page.leaf(
                    "text",
                    share
                            ? Math.round(100 * value) + ""
                            : Numbers.decimals(value, step < 0.1 ? 2 : 1),
                    "x",
                    text(LEFT - 8),
                    "y",
                    text(y(value) + 4.5),
                    "class",
                    "lab end");
        }
        if (share) {
            page.leaf("text", "%", "x", text(LEFT - 8), "y", text(TOP - 8), "class", "lab end");
        }
        page.leaf(
                "text",
                "epoch",
                "x",
                text(LEFT - 8),
                "y",
                text(height - BOTTOM + 22),
                "class",
                "lab end");
        var last = epochs.getLast().number();
        var between = Math.max(1, (int) Math.ceil(last / ((width - LEFT - RIGHT) / 52)));
        for (var number = 1; number <= last; number++) {
            if (number == 1
                    || number % between == 0 && (last - number >= between || number == last)
                    || number == last) {
                page.leaf(
                        "text",
                        Integer.toString(number),
                        "x",
                        text(x(number)),
                        "y",
                        text(height - BOTTOM + 22),
                        "class",
                        "lab middle");
            }
        }
    }

    /// Draws a named level, where the plane reaches it.
    void level(Markup page, double value, String name) {
        if (value < low || value > high) {
            return;
        }
        page.empty(
                "path",
                "d",
                "M%s %sH%s".formatted(text(LEFT), text(y(value)), text(width - RIGHT)),
                "class",
                "dotted");
        var place = freest(y(value));
        page.leaf(
                "text",
                "%s %d".formatted(name, Math.round(100 * value)),
                "x",
                text(place.x),
                "y",
                text(place.y),
                "class",
                place.x > width / 2 ? "lab halo end" : "lab halo");
    }

    private record Position(double x, double y) {}

    /// Of the places beside a level, the one farthest from the curves.
    private Position freest(double level) {
        var best = new Position(LEFT + 4, level - 6);
        for (var x : new double[] {LEFT + 4, width - RIGHT - 4}) {
            for (var y : new double[] {level - 6, level + 16}) {
                if (room(x, y - 5) > room(best.x, best.y - 5)) {
                    best = new Position(x, y);
                }
            }
        }
        return best;
    }

    /// How far the curves stay away from a label here.
    private double room(double x, double y) {
        return epochs.stream()
                .filter(epoch -> Math.abs(x(epoch.number()) - x) < LABEL_WIDTH)
                .flatMapToDouble(epoch ->
                        DoubleStream.of(seen.applyAsDouble(epoch), unseen.applyAsDouble(epoch)))
                .map(value -> Math.abs(y(value) - y))
                .min()
                .orElse(height);
    }

    /// Draws where the weights that were kept come from.
    void kept(Markup page, int number) {
        page.empty(
                "path",
                "d",
                "M%s %sV%s".formatted(text(x(number)), text(TOP - 4), text(height - BOTTOM)),
                "class",
                "post");
        var right = x(number) > width / 2;
        page.leaf(
                "text",
                "kept: epoch " + number,
                "x",
                text(x(number) + (right ? -6 : 6)),
                "y",
                text(TOP - 8),
                "class",
                right ? "lab i end" : "lab i");
    }

    /// Draws both curves with their names at their ends.
    void lines(Markup page) {
        var seenEnd = end(seen);
        var unseenEnd = end(unseen);
        line(page, seen, "seen", labelY(seenEnd, unseenEnd, true));
        line(page, unseen, "unseen", labelY(unseenEnd, seenEnd, false));
    }

    private void line(Markup page, ToDoubleFunction<Epoch> value, String name, double labelY) {
        var path = new StringBuilder();
        for (var epoch : epochs) {
            if (Double.isFinite(value.applyAsDouble(epoch))) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(text(x(epoch.number())))
                        .append(' ')
                        .append(text(y(value.applyAsDouble(epoch))));
            }
        }
        if (path.isEmpty()) {
            return;
        }
        page.empty("path", "d", path.toString(), "class", "curve " + name);
        page.leaf(
                "text",
                name,
                "x",
                text(x(epochs.getLast().number()) + 14),
                "y",
                text(labelY + 4.5),
                "class",
                name.equals("unseen") ? "lab i b" : "lab i");
    }

    void marks(Markup page, ToDoubleFunction<Epoch> value, int kept) {
        for (var epoch : epochs) {
            var y = value.applyAsDouble(epoch);
            if (!Double.isFinite(y)) {
                continue;
            }
            if (epoch.number() == kept) {
                Dot.write(page, x(kept), y(y));
            } else {
                page.empty(
                        "circle",
                        "cx",
                        text(x(epoch.number())),
                        "cy",
                        text(y(y)),
                        "r",
                        "3.6",
                        "class",
                        "mark");
            }
        }
    }

    /// Returns where a curve ends: at its last number, since a broken run ends in none.
    private double end(ToDoubleFunction<Epoch> value) {
        return epochs.reversed().stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .map(this::y)
                .findFirst()
                .orElse(0);
    }

    /// Pushes the two names apart when the curves end close to each other.
    private static double labelY(double mine, double other, boolean first) {
        var missing = LEAST_DISTANCE - Math.abs(mine - other);
        if (missing <= 0) {
            return mine;
        }
        var above = mine < other || mine == other && first;
        return mine + (above ? -missing / 2 : missing / 2);
    }

    private double x(int number) {
        var last = epochs.getLast().number();
        var share = last == 1 ? 0.5 : (number - 1.0) / (last - 1);
        return LEFT + 16 + share * (width - LEFT - RIGHT - 32);
    }

    private double y(double value) {
        var share = (value - low) / (high - low);
        return height - BOTTOM - share * (height - TOP - BOTTOM);
    }

    private static String text(double value) {
        return Markup.number(value);
    }
}
