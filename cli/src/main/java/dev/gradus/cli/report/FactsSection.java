package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Fact;
import java.util.List;

/// Settings and provenance: enough to do it again and get the same bits.
final class FactsSection {
    private FactsSection() {}

    static void write(Markup page, ReportData data) {
        page.open("div", "class", "row");
        Chart.open(page, "How it was set", data.learning().stopped(), "", "facts");
        list(page, data.settings());
        page.close();
        Chart.open(
                page,
                "Where it comes from",
                "The same data, seed and settings give the same weights, bit for bit.",
                "",
                "facts");
        list(page, data.provenance());
        page.close();
        page.close();
    }

    private static void list(Markup page, List<Fact> facts) {
        page.open("dl");
        for (var fact : facts) {
            page.open("div").leaf("dt", fact.name()).leaf("dd", fact.value()).close();
        }
        page.close();
    }
}
