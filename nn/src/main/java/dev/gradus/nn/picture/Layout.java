package dev.gradus.nn.picture;

import dev.gradus.nn.picture.Item.Box;
import dev.gradus.nn.picture.Item.Entry;
import dev.gradus.nn.picture.Item.Frame;
import dev.gradus.nn.picture.Scene.Placed;
import dev.gradus.nn.picture.Scene.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gives everything in a diagram its place, from top to bottom.
final class Layout {
    private static final double PASSING = 10;
    private static final double PORTS = 16;

    private final Diagram diagram;
    private final Rows rows;
    private final double[] width;
    private final double[] height;
    private final double[] left;
    private final double[] leaving;
    private final List<Optional<Scene>> inside = new ArrayList<>();
    private final double[] x;
    private final double[] top;
    private final double[] rowTop;
    private final double[] rowBottom;

    private Layout(Diagram diagram, Measures measures) {
        this.diagram = diagram;
        this.rows = Rows.of(diagram);
        var n = rows.places();
        width = new double[n];
        height = new double[n];
        left = new double[n];
        leaving = new double[n];
        Arrays.fill(width, 2 * PASSING);
        Arrays.fill(left, PASSING);
        for (var i = 0; i < diagram.items().size(); i++) {
            inside.add(measure(i, measures));
        }
        var right = new double[n];
        Arrays.setAll(right, i -> width[i] - left[i]);
        x = Columns.of(rows, left, right, leaving, Measures.COLUMN_GAP);
        Columns.moveToZero(x, left);
        top = new double[n];
        rowTop = new double[rows.rows().size()];
        rowBottom = new double[rows.rows().size()];
        stack();
    }

    /// Returns the scene of a diagram.
    static Scene of(Diagram diagram, Measures measures) {
        return new Layout(diagram, measures).scene();
    }

    private Optional<Scene> measure(int i, Measures measures) {
        switch (diagram.items().get(i)) {
            case Box box -> {
                var sheets = Measures.sheets(box.times());
                width[i] = measures.box() + sheets;
                height[i] = Measures.height(box) + sheets;
                left[i] = measures.box() / 2;
                return Optional.empty();
            }
            case Entry _ -> {
                width[i] = 2 * PASSING;
                return Optional.empty();
            }
            case Frame frame -> {
                var scene = of(frame.inside(), measures);
                var sheets = Measures.sheets(frame.times());
                width[i] = scene.width() + 2 * Measures.FRAME + sheets;
                height[i] = scene.height() + Measures.FRAME_TITLE + Measures.FRAME + sheets;
                left[i] = scene.entering() + Measures.FRAME;
                leaving[i] = scene.leaving() - scene.entering();
                return Optional.of(scene);
            }
        }
    }

    private void stack() {
        var y = 0.0;
        for (var r = 0; r < rowTop.length; r++) {
            var highest = 0.0;
            for (var place : rows.rows().get(r)) {
                highest = Math.max(highest, height[place]);
            }
            rowTop[r] = y;
            rowBottom[r] = y + highest;
            for (var place : rows.rows().get(r)) {
                top[place] = y + (highest - height[place]) / 2;
            }
            y += highest + Measures.ROW_GAP;
        }
    }

    private Scene scene() {
        var placed = new ArrayList<Placed>();
        for (var i = 0; i < diagram.items().size(); i++) {
            placed.add(
                    new Placed(
                            diagram.items().get(i),
                            x[i] - left[i],
                            top[i],
                            width[i],
                            height[i],
                            inside.get(i)));
        }
        var wires = new ArrayList<Wire>();
        diagram.links().stream().distinct().forEach(link -> wires.add(wire(link)));
        var widest = 0.0;
        for (var i = 0; i < x.length; i++) {
            widest = Math.max(widest, x[i] - left[i] + width[i]);
        }
        var exit = diagram.exit();
        return new Scene(
                widest,
                rowBottom[rowBottom.length - 1],
                x[0],
                x[exit] + leaving[exit],
                placed,
                wires);
    }

    private Wire wire(Diagram.Link link) {
        var way = rows.way(link.from(), link.to());
        var starts = from(link.from());
        var ends = x[link.to()] + port(link);
        var path = new StringBuilder("M%s %s".formatted(at(starts), at(bottom(link.from()))));
        var before = starts;
        for (var i = 1; i < way.size(); i++) {
            var last = i == way.size() - 1;
            var row = rows.row(way.get(i));
            var after = last ? ends : x[way.get(i)];
            var from = rowBottom[row - 1];
            var to = rowTop[row];
            path.append("V").append(at(from));
            if (Math.abs(before - after) > 0.5) {
                var middle = (from + to) / 2;
                path.append(
                        "C%s %s %s %s %s %s"
                                .formatted(
                                        at(before),
                                        at(middle),
                                        at(after),
                                        at(middle),
                                        at(after),
                                        at(to)));
            }
            before = after;
        }
        return new Wire(path + "V" + at(upper(link.to())), ends, upper(link.to()));
    }

    /// Returns how far beside the middle a line meets an item: those that come from the side do not meet
    /// the arrow of one that comes straight.
    private double port(Diagram.Link link) {
        var item = link.to();
        var way = rows.way(link.from(), item);
        var mine = from(way.get(way.size() - 2)) - x[item];
        var all = rows.neighbours(item, true);
        if (Math.abs(mine) < 4 || all.size() == 1) {
            return 0;
        }
        var nearer =
                all.stream()
                        .mapToDouble(other -> from(other) - x[item])
                        .filter(other -> other * mine > 0 && Math.abs(other) < Math.abs(mine))
                        .count();
        return Math.signum(mine) * PORTS * (1 + nearer);
    }

    private double from(int place) {
        return x[place] + leaving[place];
    }

    private double upper(int item) {
        return top[item] + Measures.sheets(times(item));
    }

    private double bottom(int item) {
        return top[item] + height[item];
    }

    private int times(int item) {
        return switch (diagram.items().get(item)) {
            case Box box -> box.times();
            case Frame frame -> frame.times();
            case Entry _ -> 1;
        };
    }

    /// Returns a number of pixels as SVG writes it.
    static String at(double number) {
        var text = String.format(Locale.ROOT, "%.1f", number + 0.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
