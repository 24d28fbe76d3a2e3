package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Score;
import dev.gradus.cli.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The result as a stair: from the same answer always, over the simplest model that learns, to this
/// network.
final class StairSection {
    private static final double TOP = 34;
    private static final double BOTTOM = 190;

    private StairSection() {}

    private record Tread(String name, String meaning, double accuracy, boolean here) {}

    static void write(Markup page, Score score) {
        var treads = treads(score);
        Chart.open(
                page,
                score.accuracy() > Math.max(score.linear(), score.majority())
                        ? "A step above what is easy"
                        : "Not yet above what is easy",
                "How many of 100 it names right, beside two ways that are simpler.",
                "this network is the highest tread");
        draw(page, treads, 520, "wide");
        draw(page, treads, 340, "narrow");
        page.close();
    }

    private static List<Tread> treads(Score score) {
        var treads = new ArrayList<Tread>();
        treads.add(new Tread("one answer", "always the commonest", score.majority(), false));
        treads.add(new Tread("linear model", "one sum for each kind", score.linear(), false));
        treads.add(new Tread("this network", "layers of sums", score.accuracy(), true));
        treads.sort(Comparator.comparingDouble(Tread::accuracy));
        return treads;
    }

    private static void draw(Markup page, List<Tread> treads, double width, String when) {
        var step = width / treads.size();
        var line = new StringBuilder("M0 ").append(Markup.number(BOTTOM));
        var ground = new StringBuilder("M0 ").append(Markup.number(BOTTOM));
        for (var i = 0; i < treads.size(); i++) {
            var rise = "V" + Markup.number(y(treads.get(i).accuracy()));
            var tread = "H" + Markup.number((i + 1) * step);
            line.append(rise).append(tread);
            ground.append(rise).append(tread);
        }
        ground.append('V').append(Markup.number(BOTTOM)).append('Z');
        page.open(
                "svg",
                "class",
                when,
                "viewBox",
                "0 0 %s 236".formatted(Markup.number(width)),
                "role",
                "img",
                "aria-label",
                spoken(treads));
        page.empty("path", "d", ground.toString(), "class", "stone");
        page.empty(
                "path",
                "d",
                "M0 %s".formatted(Markup.number(TOP)) + "H" + width,
                "class",
                "dotted");
        page.leaf(
                "text", "100: all of them", "x", "0", "y", Markup.number(TOP - 8), "class", "lab");
        page.empty("path", "d", line.toString(), "class", "ink");
        for (var i = 0; i < treads.size(); i++) {
            label(page, treads.get(i), i * step, step, when.equals("wide"));
        }
        page.close();
    }

    private static void label(Markup page, Tread tread, double left, double step, boolean roomy) {
        var y = y(tread.accuracy());
        var share = Long.toString(Numbers.ofHundred(tread.accuracy()));
        var x = left + 8;
        page.leaf(
                "text",
                share,
                "x",
                Markup.number(x),
                "y",
                Markup.number(y + (BOTTOM - y < 40 ? -10 : 30)),
                "class",
                tread.here ? "big b" : "big");
        if (tread.here) {
            Dot.write(page, left + step - 14, y);
        }
        page.leaf(
                "text",
                tread.name,
                "x",
                Markup.number(x),
                "y",
                Markup.number(BOTTOM + 20),
                "class",
                tread.here ? "lab i b" : "lab i");
        if (roomy) {
            page.leaf(
                    "text",
                    tread.meaning,
                    "x",
                    Markup.number(x),
                    "y",
                    Markup.number(BOTTOM + 38),
                    "class",
                    "lab");
        }
    }

    private static double y(double accuracy) {
        return BOTTOM - accuracy * (BOTTOM - TOP);
    }

    private static String spoken(List<Tread> treads) {
        return String.join(
                ", ",
                treads.stream()
                        .map(it -> it.name + ": " + Numbers.ofHundred(it.accuracy) + " of 100")
                        .toList());
    }
}
