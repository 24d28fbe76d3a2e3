package dev.gradus.cli.report;

import dev.gradus.cli.text.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes what came of a training as one page that needs nothing else: no network, no other file, no
/// script (what script there is only makes it handier).
public final class Report {
    private static final String MARK = "M0 28h8.5v-8.5h9v-8.5h9V2.7h4";

    private Report() {}

    /// Returns the page.
    public static String html(ReportData data) {
        var page = new Markup();
        page.open("html", "lang", "en");
        head(page, data);
        page.open("body");
        top(page);
        page.open("main");
        headline(page, data);
        page.open("div", "class", "row wide-left");
        FiguresSection.write(page, data);
        StairSection.write(page, data.score());
        page.close();
        page.open("div", "class", "row");
        ConfusionSection.write(page, data);
        page.open("div", "class", "stack");
        KindsSection.write(page, data);
        MistakesSection.write(page, data);
        page.close();
        page.close();
        CurvesSection.write(page, data);
        NetworkSection.write(page, data);
        WeightsSection.write(page, data);
        FactsSection.write(page, data);
        NextSection.write(page, data);
        page.close();
        foot(page);
        page.open("script").verbatim(resource("report.js")).close();
        page.close().close();
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static void head(Markup page, ReportData data) {
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.leaf("title", sentence(data) + " · Gradus");
        page.open("style").verbatim(resource("report.css")).close();
        page.close();
    }

    private static void top(Markup page) {
        page.open("header", "class", "top");
        page.open(
                "svg",
                "viewBox",
                "-1 -1 34 32",
                "width",
                "30",
                "height",
                "28",
                "aria-hidden",
                "true");
        page.empty(
                "path", "d", MARK, "fill", "none", "stroke", "var(--ink)", "stroke-width", "3.4");
        page.empty(
                "circle",
                "cx",
                "12.7",
                "cy",
                "13.7",
                "r",
                "3.4",
                "fill",
                "var(--marker)",
                "stroke",
                "var(--ink)",
                "stroke-width",
                "1.6");
        page.close();
        page.leaf("b", "Gradus");
        page.leaf("span", "report", "class", "qq");
        page.close();
    }

    private static void headline(Markup page, ReportData data) {
        page.open("section", "class", "head");
        page.open("div");
        page.leaf(
                "p",
                "%s · %s %s it was not trained on"
                        .formatted(
                                data.data(), Numbers.count(data.score().examples()), data.things()),
                "class",
                "crumb");
        page.leaf("h1", sentence(data));
        ConfusionSection.commonestSlip(data.confusion())
                .ifPresent(slip -> page.leaf("p", slip, "class", "lead"));
        page.close();
        page.open("p", "class", "next-link");
        page.leaf("b", "Next step").text(" ");
        page.leaf("a", "show it a picture of your own", "href", "#next");
        page.close();
        page.close();
    }

    /// Returns the result as a sentence.
    static String sentence(ReportData data) {
        var score = data.score();
        var right = Numbers.ofHundred(score.accuracy());
        return score.accuracy() <= score.majority()
                ? "It names %d of 100 %s: no better than always giving the same answer"
                        .formatted(right, data.things())
                : "It names %d of 100 %s it has never seen".formatted(right, data.things());
    }

    private static void foot(Markup page) {
        page.leaf(
                "footer",
                "Made by Gradus. This page needs no network and holds everything it shows.",
                "class",
                "foot");
    }

    private static String resource(String name) {
        try (var stream = Report.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
