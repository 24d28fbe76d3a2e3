package dev.gradus.cli.report;

import dev.gradus.cli.text.Numbers;

/// The wrong answers it was surest of.
final class MistakesSection {
    private MistakesSection() {}

    static void write(Markup page, ReportData data) {
        if (data.mistakes().isEmpty()) {
            return;
        }
        Chart.open(
                page,
                "Its surest mistakes",
                "What each was, and what it said. Some would puzzle a person too.",
                "",
                "mistakes");
        page.open("div", "class", "gallery");
        for (var mistake : data.mistakes()) {
            page.open("figure");
            Chart.image(page, Pictures.gray(mistake.image()), mistake.truth(), 84);
            page.open("figcaption");
            page.leaf("b", mistake.truth());
            page.leaf("span", "it said " + mistake.answer().name());
            page.leaf("span", Numbers.percent(mistake.answer().probability()) + " sure");
            page.close().close();
        }
        page.close().close();
    }
}
