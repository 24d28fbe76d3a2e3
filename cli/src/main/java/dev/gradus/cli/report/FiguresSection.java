package dev.gradus.cli.report;

import dev.gradus.cli.text.Numbers;

/// The numbers that matter, each with its meaning in plain words.
final class FiguresSection {
    private FiguresSection() {}

    static void write(Markup page, ReportData data) {
        var score = data.score();
        var learning = data.learning();
        page.open("section", "class", "figures");
        page.leaf("h2", "In numbers", "class", "spoken");
        figure(
                page,
                Numbers.decimals(100 * score.accuracy(), 1) + " %",
                "accuracy",
                "Of 100 %s, %d are named right. With other test %s it would be between %s and %s %% (95 of 100 times)."
                        .formatted(
                                data.things(),
                                Numbers.ofHundred(score.accuracy()),
                                data.things(),
                                Numbers.decimals(100 * score.low(), 1),
                                Numbers.decimals(100 * score.high(), 1)));
        figure(
                page,
                Numbers.decimals(score.macroF1(), 3),
                "macro F1",
                "Every kind counts the same; low if one kind is missed, or named too often.");
        figure(
                page,
                Numbers.decimals(score.logLoss(), 2),
                "log-loss",
                "How wrong its probabilities are. Guessing blindly costs %s, knowing everything 0."
                        .formatted(
                                Numbers.decimals(Math.log(data.confusion().classes().size()), 2)));
        figure(
                page,
                Numbers.count(learning.parameters()),
                "numbers learned",
                "%s through the training %s."
                        .formatted(
                                Numbers.counted(learning.epochs().size(), "time", "times"),
                                data.things()));
        figure(
                page,
                Numbers.duration(learning.secondsTraining()),
                "of training",
                "%s %s a second, on this machine."
                        .formatted(
                                Numbers.count(Math.round(learning.samplesPerSecond())),
                                data.things()));
        page.close();
    }

    private static void figure(Markup page, String value, String term, String meaning) {
        page.open("div", "class", "figure");
        page.leaf("b", value);
        page.open("p").leaf("strong", term).text(meaning).close();
        page.close();
    }
}
