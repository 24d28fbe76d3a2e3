package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Cell;
import dev.gradus.cli.report.ReportData.Confusion;
import dev.gradus.cli.report.ReportData.Mistake;
import dev.gradus.cli.text.Numbers;
import java.util.Optional;

/// What it takes for what; each cell opens its examples, with or without a script.
///
/// A cell is a link to its panel, and a panel is shown when it is the target of the page's address.
final class ConfusionSection {
    private ConfusionSection() {}

    private record Place(int truth, int predicted) {
        String id() {
            return "cell-" + truth + "-" + predicted;
        }
    }

    static void write(Markup page, ReportData data) {
        var confusion = data.confusion();
        var slip = commonest(confusion);
        Chart.open(
                page,
                "What it was, and what the network said",
                "One row for each true kind, one column for each answer. Open a cell to see its "
                        + data.things()
                        + ".",
                "everything on the diagonal",
                "confusion");
        table(page, confusion, slip);
        page.open("div", "class", "panels", "aria-live", "polite");
        for (var truth = 0; truth < confusion.classes().size(); truth++) {
            for (var predicted = 0; predicted < confusion.classes().size(); predicted++) {
                var place = new Place(truth, predicted);
                if (confusion.cell(truth, predicted).count() > 0) {
                    panel(page, data, place, place.equals(slip.orElse(new Place(0, 0))));
                }
            }
        }
        page.close();
        page.close();
    }

    /// Returns a sentence about the pair that is confused most often, if any is.
    static Optional<String> commonestSlip(Confusion confusion) {
        return commonest(confusion)
                .map(place ->
                        "Its commonest slip: %s called %s, %s of %s."
                                .formatted(
                                        confusion.classes().get(place.truth),
                                        confusion.classes().get(place.predicted),
                                        Numbers.count(count(confusion, place)),
                                        Numbers.count(confusion.total(place.truth))));
    }

    private static Optional<Place> commonest(Confusion confusion) {
        var found = Optional.<Place>empty();
        for (var truth = 0; truth < confusion.classes().size(); truth++) {
            for (var predicted = 0; predicted < confusion.classes().size(); predicted++) {
                var place = new Place(truth, predicted);
                var most = found.map(it -> count(confusion, it)).orElse(0);
                if (truth != predicted && count(confusion, place) > most) {
                    found = Optional.of(place);
                }
            }
        }
        return found;
    }

    private static int count(Confusion confusion, Place place) {
        return confusion.cell(place.truth, place.predicted).count();
    }

    private static void table(Markup page, Confusion confusion, Optional<Place> slip) {
        var classes = confusion.classes();
        page.open("div", "class", "scroll");
        page.open("table", "class", "cm");
        page.open("thead").open("tr");
        page.open("td").close();
        for (var name : classes) {
            page.open("th", "scope", "col").leaf("span", name).close();
        }
        page.close().close();
        page.open("tbody");
        for (var truth = 0; truth < classes.size(); truth++) {
            page.open("tr");
            page.leaf("th", classes.get(truth), "scope", "row");
            for (var predicted = 0; predicted < classes.size(); predicted++) {
                var place = new Place(truth, predicted);
                page.open("td");
                cell(page, confusion, place, place.equals(slip.orElse(new Place(0, 0))));
                page.close();
            }
            page.close();
        }
        page.close().close().close();
    }

    private static void cell(Markup page, Confusion confusion, Place place, boolean first) {
        var count = count(confusion, place);
        if (count == 0) {
            page.leaf("span", "0");
            return;
        }
        page.leaf(
                "a",
                Integer.toString(count),
                "href",
                "#" + place.id(),
                "class",
                (place.truth == place.predicted ? "right" : "wrong") + (first ? " first" : ""),
                "style",
                style(confusion, place),
                "aria-label",
                title(confusion, place));
    }

    private static String style(Confusion confusion, Place place) {
        if (place.truth == place.predicted) {
            return "";
        }
        var share = (double) count(confusion, place) / confusion.total(place.truth);
        return "--share:%d%%".formatted(Math.clamp(Math.round(9 + 380 * share), 9, 52));
    }

    private static String title(Confusion confusion, Place place) {
        var truth = confusion.classes().get(place.truth);
        var predicted = confusion.classes().get(place.predicted);
        var count = Numbers.count(count(confusion, place));
        return place.truth == place.predicted
                ? "%s × %s, named right".formatted(count, truth)
                : "%s × %s that it called %s".formatted(count, truth, predicted);
    }

    private static void panel(Markup page, ReportData data, Place place, boolean first) {
        var confusion = data.confusion();
        Cell cell = confusion.cell(place.truth, place.predicted);
        var right = place.truth == place.predicted;
        page.open(
                "div",
                "class",
                first ? "panel first" : "panel",
                "id",
                place.id(),
                "tabindex",
                "-1");
        page.open("h3").text(title(confusion, place)).text(" ");
        page.leaf("span", right ? "least sure first" : "surest mistakes first", "class", "q");
        page.close();
        page.open("div", "class", "strip");
        for (var example : cell.examples()) {
            page.open("figure");
            Chart.image(page, Pictures.gray(example.image()), example.truth(), 64);
            page.leaf("figcaption", Numbers.percent(example.answer().probability()) + " sure");
            page.close();
        }
        page.close();
        if (!right && !cell.examples().isEmpty()) {
            one(page, cell.examples().getFirst());
        }
        page.close();
    }

    private static void one(Markup page, Mistake mistake) {
        page.open("div", "class", "one");
        page.open("p").text("The first: it says ").leaf("b", mistake.answer().name());
        page.text(", it was ").leaf("b", mistake.truth()).text(".").close();
        Bars.write(page, mistake);
        page.close();
    }
}
