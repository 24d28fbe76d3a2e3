package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Epoch;
import dev.gradus.cli.text.Numbers;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How it learned: loss and accuracy after each epoch, on what it saw and on what it did not.
final class CurvesSection {
    private CurvesSection() {}

    static void write(Markup page, ReportData data) {
        var learning = data.learning();
        if (learning.epochs().isEmpty()) {
            return;
        }
        page.open("div", "class", "row");
        curve(
                page,
                data,
                "Loss",
                "How wrong it is after each epoch: thin on %s it learned from, with marks on %s it did not.",
                "both fall, and stay together",
                new Curve("loss", Epoch::trainLoss, Epoch::validationLoss, false));
        curve(
                page,
                data,
                "Accuracy",
                "The share it names right: thin on %s it learned from, with marks on %s it did not.",
                "both rise, and stay together",
                new Curve("accuracy", Epoch::trainAccuracy, Epoch::validationAccuracy, true));
        page.close();
    }

    private record Curve(
            String name,
            ToDoubleFunction<Epoch> seen,
            ToDoubleFunction<Epoch> unseen,
            boolean share) {}

    private static void curve(
            Markup page, ReportData data, String title, String says, String good, Curve curve) {
        var things = data.things();
        Chart.open(page, title, says.formatted(things, things), good);
        draw(page, data, curve, 560, "wide");
        draw(page, data, curve, 350, "narrow");
        table(page, data.learning().epochs(), curve);
        page.close();
    }

    private static void draw(Markup page, ReportData data, Curve curve, int width, String when) {
        var epochs = data.learning().epochs();
        var plot = new Plot(width, 250, epochs, curve.seen, curve.unseen, curve.share);
        page.open(
                "svg",
                "class",
                when,
                "viewBox",
                "0 0 %d 250".formatted(width),
                "role",
                "img",
                "aria-label",
                spoken(epochs, curve));
        plot.axes(page);
        if (curve.share) {
            plot.level(page, data.score().linear(), "linear model");
        }
        plot.kept(page, data.learning().kept());
        plot.lines(page);
        plot.marks(page, curve.unseen, data.learning().kept());
        page.close();
    }

    private static String spoken(List<Epoch> epochs, Curve curve) {
        var first = epochs.getFirst();
        var last = epochs.getLast();
        return "%s on seen examples from %s to %s, on unseen ones from %s to %s, in %s"
                .formatted(
                        curve.name,
                        value(curve, curve.seen.applyAsDouble(first)),
                        value(curve, curve.seen.applyAsDouble(last)),
                        value(curve, curve.unseen.applyAsDouble(first)),
                        value(curve, curve.unseen.applyAsDouble(last)),
                        Numbers.counted(epochs.size(), "epoch", "epochs"));
    }

    private static void table(Markup page, List<Epoch> epochs, Curve curve) {
        page.open("details", "class", "table").leaf("summary", "table");
        page.open("table");
        page.open("thead").open("tr");
        page.leaf("th", "epoch", "scope", "col");
        page.leaf("th", curve.name + ", seen", "scope", "col");
        page.leaf("th", curve.name + ", unseen", "scope", "col");
        page.close().close().open("tbody");
        for (var epoch : epochs) {
            page.open("tr").leaf("th", Integer.toString(epoch.number()), "scope", "row");
            page.leaf("td", value(curve, curve.seen.applyAsDouble(epoch)));
            page.leaf("td", value(curve, curve.unseen.applyAsDouble(epoch))).close();
        }
        page.close().close().close();
    }

    private static String value(Curve curve, double value) {
        return curve.share ? Numbers.decimals(100 * value, 1) + " %" : Numbers.decimals(value, 3);
    }
}
