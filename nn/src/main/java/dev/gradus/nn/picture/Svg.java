package dev.gradus.nn.picture;

import static dev.gradus.nn.picture.Layout.at;
import static dev.gradus.nn.picture.Words.escaped;

import dev.gradus.nn.picture.Item.Box;
import dev.gradus.nn.picture.Item.Entry;
import dev.gradus.nn.picture.Item.Frame;
import dev.gradus.nn.picture.Item.Look;
import dev.gradus.nn.picture.Scene.Placed;
import java.util.Locale;

/// Writes scenes down as SVG.
final class Svg {
    private static final int MARGIN = 24;
    private static final int HEADING = 56;

    /// Sheets behind lie so far off.
    private static final double STEP = 4;

    private final StringBuilder out = new StringBuilder();
    private final long most;

    private Svg(long most) {
        this.most = most;
    }

    /// Returns the picture.
    ///
    /// @param scene what is to be seen
    /// @param most the largest number of parameters of a box
    /// @param title what it is called
    /// @param line what stands below the title
    /// @param description the same in words, for those who do not see it
    static String of(Scene scene, long most, String title, String line, String description) {
        // two pictures in one page must not share names
        var id = "network-%08x".formatted((title + line + description).hashCode());
        var width = Math.max(scene.width(), 7.2 * line.length()) + 2 * MARGIN;
        var height = scene.height() + HEADING + 2 * MARGIN;
        var svg = new Svg(most);
        svg.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gradus-network\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\">",
                at(width), at(height), at(width), at(height), id, id);
        svg.line("<title id=\"%s-title\">%s</title>", id, escaped(title));
        svg.line("<desc id=\"%s-desc\">%s</desc>", id, escaped(description));
        svg.out.append(Style.SHEET);
        svg.line("<rect class=\"ground\" width=\"%s\" height=\"%s\"/>", at(width), at(height));
        svg.line("<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>", MARGIN, 38, escaped(title));
        svg.line("<text x=\"%d\" y=\"%d\">%s</text>", MARGIN, 58, escaped(line));
        svg.scene(scene, (width - scene.width()) / 2, MARGIN + HEADING);
        svg.line("</svg>");
        return svg.out.toString();
    }

    private void line(String format, Object... values) {
        out.append(format.formatted(values)).append('\n');
    }

    private void scene(Scene scene, double x, double y) {
        line("<g transform=\"translate(%s %s)\">", at(x), at(y));
        for (var wire : scene.wires()) {
            line("<path class=\"wire\" d=\"%s\"/>", wire.path());
        }
        scene.placed().forEach(this::item);
        for (var wire : scene.wires()) {
            line("<path class=\"tip\" d=\"M%s %sl-4.5 -8h9z\"/>", at(wire.x()), at(wire.y() + 0.5));
        }
        line("</g>");
    }

    private void item(Placed placed) {
        switch (placed.item()) {
            case Box box -> box(box, placed);
            case Frame frame -> frame(frame, placed);
            case Entry _ ->
                    line(
                            "<circle class=\"tip\" cx=\"%s\" cy=\"%s\" r=\"3\"/>",
                            at(placed.x() + placed.width() / 2), at(placed.y()));
        }
    }

    private void box(Box box, Placed placed) {
        var sheets = Measures.sheets(box.times());
        var width = placed.width() - sheets;
        var height = placed.height() - sheets;
        var x = placed.x();
        var y = placed.y() + sheets;
        var look = box.look().name().toLowerCase(Locale.ROOT);
        var round =
                switch (box.look()) {
                    case LAYER, QUIET, AGAIN, FOLDED -> 6;
                    case INPUT, MERGE, OUTPUT -> height / 2;
                };
        sheets(box.times(), "box", x, y, width, height, round);
        if (box.look() == Look.FOLDED && box.times() == 1) {
            rectangle("box", x + 3, y + 3, width, height, round);
        }
        rectangle("box " + look, x, y, width, height, round);
        var side = Measures.SIDE;
        for (var i = 0; i < box.text().size(); i++) {
            var down = y + 7 + Measures.LINE * (i + 0.76);
            text("code", x + side, down, "start", box.text().get(i));
        }
        var first = y + 7 + Measures.LINE * 0.76;
        if (Measures.inOneLine(box) && box.look() != Look.QUIET && box.place().isEmpty()) {
            text("", x + width - side, first, "end", box.shape());
        } else {
            text("code place", x + width - side, first, "end", box.place());
        }
        if (!Measures.inOneLine(box)) {
            var down = y + 7 + Measures.LINE * (box.text().size() + 0.8);
            text("", x + side, down, "start", box.shape());
            text("", x + width - side, down, "end", box.held().words(box.times()));
        }
        if (box.held().trained() > 0) {
            var share = (width - 2 * side) * box.held().trained() / Math.max(1, most);
            line(
                    "<rect class=\"bar\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"3\"/>",
                    at(x + side), at(y + height - 6), at(Math.max(1, share)));
        }
        times(box.times(), x - 10, y - 12);
    }

    private void frame(Frame frame, Placed placed) {
        var sheets = Measures.sheets(frame.times());
        var width = placed.width() - sheets;
        var height = placed.height() - sheets;
        var y = placed.y() + sheets;
        sheets(frame.times(), "frame sheet", placed.x(), y, width, height, 10);
        rectangle("frame", placed.x(), y, width, height, 10);
        var after = placed.x() + 12 + (frame.times() > 1 ? pill(frame.times()) : 0);
        text("code place", after, y + 20, "start", frame.place());
        text("", placed.x() + width - 12, y + 20, "end", frame.held().words(frame.times()));
        times(frame.times(), placed.x() + 6, y + 6);
        placed.inside()
                .ifPresent(inside -> {
                    var left = placed.x() + Measures.FRAME;
                    var out = left + inside.leaving();
                    line(
                            "<path class=\"wire\" d=\"M%s %sV%s\"/>",
                            at(out), at(y + height - Measures.FRAME - 1), at(y + height));
                    scene(inside, left, y + Measures.FRAME_TITLE);
                });
    }

    private void sheets(
            int times, String look, double x, double y, double width, double height, double round) {
        for (var sheet = times > 1 ? 2 : 0; sheet > 0; sheet--) {
            rectangle(look, x + sheet * STEP, y - sheet * STEP, width, height, round);
        }
    }

    private void times(int times, double x, double y) {
        if (times > 1) {
            var width = pill(times);
            line(
                    "<rect class=\"times\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"20\" rx=\"10\"/>",
                    at(x), at(y), at(width));
            text("count", x + width / 2, y + 14.5, "middle", count(times));
        }
    }

    private static String count(int times) {
        return "× " + times;
    }

    private static double pill(int times) {
        return 14 + 7.5 * count(times).length();
    }

    private void rectangle(
            String look, double x, double y, double width, double height, double round) {
        line(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>",
                look, at(x), at(y), at(width), at(height), at(Math.min(round, height / 2)));
    }

    private void text(String look, double x, double y, String anchor, String text) {
        if (!text.isEmpty()) {
            line(
                    "<text%s x=\"%s\" y=\"%s\"%s>%s</text>",
                    look.isEmpty() ? "" : " class=\"" + look + "\"",
                    at(x),
                    at(y),
                    anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"",
                    escaped(text));
        }
    }
}
