package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Mistake;
import dev.gradus.cli.text.Numbers;

/// The likeliest classes of one example as bars; the true one is underlined.
final class Bars {
    private Bars() {}

    static void write(Markup page, Mistake example) {
        page.open("ol", "class", "bars");
        for (var answer : example.answers()) {
            page.open("li", "class", answer.equals(example.answer()) ? "said" : "other");
            page.leaf(
                    "span",
                    answer.name(),
                    "class",
                    answer.name().equals(example.truth()) ? "name true" : "name");
            page.open("span", "class", "bar");
            page.open("i", "style", "width:" + Markup.number(100 * answer.probability()) + "%");
            page.close().close();
            page.leaf("span", Numbers.percent(answer.probability()), "class", "share");
            page.close();
        }
        page.close();
    }
}
