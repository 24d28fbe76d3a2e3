package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Kind;
import dev.gradus.cli.text.Numbers;
import java.util.Comparator;

/// Precision and recall of each class, as marks on a line and as numbers; the weakest class first.
final class KindsSection {
    private KindsSection() {}

    static void write(Markup page, ReportData data) {
        var kinds =
                data.score().kinds().stream()
                        .sorted(Comparator.comparingDouble(Kind::f1).thenComparing(Kind::name))
                        .toList();
        var worst = kinds.stream().mapToDouble(it -> Math.min(it.precision(), it.recall())).min();
        var from = Math.max(0, Math.floor(worst.orElse(0) * 10 - 0.01) / 10);
        Chart.open(
                page,
                "Kind by kind",
                "● of those there were, how many it found (recall). ◇ Of those it named so, how many were (precision).",
                "both marks far right and close");
        page.open("table", "class", "kinds");
        page.open("thead").open("tr");
        page.leaf("th", "kind", "scope", "col");
        axis(page, from);
        page.leaf("th", "● found", "scope", "col");
        page.leaf("th", "◇ right", "scope", "col");
        page.leaf("th", "F1", "scope", "col");
        page.leaf("th", data.things(), "scope", "col", "class", "many");
        page.close().close();
        page.open("tbody");
        for (var kind : kinds) {
            page.open("tr", "class", kind.equals(kinds.getFirst()) ? "marked" : "plain");
            page.leaf("th", kind.name(), "scope", "row");
            marks(page, kind, from);
            page.leaf("td", Numbers.decimals(kind.recall(), 2));
            page.leaf("td", Numbers.decimals(kind.precision(), 2));
            page.leaf("td", Numbers.decimals(kind.f1(), 2));
            page.leaf("td", Numbers.count(kind.examples()), "class", "many");
            page.close();
        }
        page.close().close().close();
    }

    private static void axis(Markup page, double from) {
        page.open("th", "scope", "col", "class", "axis");
        page.leaf("span", Numbers.percent(from)).leaf("span", Numbers.percent((1 + from) / 2));
        page.leaf("span", "100 %").close();
    }

    private static void marks(Markup page, Kind kind, double from) {
        var found = place(kind.recall(), from);
        var right = place(kind.precision(), from);
        var left = Math.min(found, right);
        page.open("td", "class", "track").open("div", "aria-hidden", "true");
        page.open(
                "i",
                "class",
                "span",
                "style",
                "left:%s%%;width:%s%%"
                        .formatted(Markup.number(left), Markup.number(Math.abs(found - right))));
        page.close();
        page.open("i", "class", "right", "style", "left:" + Markup.number(right) + "%").close();
        page.open("i", "class", "found", "style", "left:" + Markup.number(found) + "%").close();
        page.close().close();
    }

    private static double place(double share, double from) {
        return from >= 1 ? 100 : 100 * Math.max(0, share - from) / (1 - from);
    }
}
