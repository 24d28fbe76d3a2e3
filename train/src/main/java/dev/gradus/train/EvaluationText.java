package dev.gradus.train;

import java.util.Locale;

/// Writes an evaluation for people to read.
final class EvaluationText {
    private EvaluationText() {}

    static String of(Evaluation evaluation) {
        return String.format(
                        Locale.ROOT,
                        "%s, %,d examples\n\n",
                        evaluation.data(),
                        evaluation.predictions().size())
                + figures(evaluation)
                + "\n"
                + classes(evaluation)
                + "\n"
                + evaluation.confusion();
    }

    private static TextTable figures(Evaluation evaluation) {
        var table = new TextTable().line("", "accuracy", "macro F1");
        table.line("this model", share(evaluation.accuracy()), share(evaluation.macroF1()));
        table.line(
                "  95 % interval",
                interval(evaluation.accuracyInterval()), interval(evaluation.macroF1Interval()));
        evaluation
                .baselines()
                .ifPresent(found -> {
                    table.line(
                            "linear model",
                            share(found.linearAccuracy()),
                            share(found.linearMacroF1()));
                    table.line(
                            "always '" + found.majorityClass() + "'",
                            share(found.majorityAccuracy()),
                            share(found.majorityMacroF1()));
                });
        return table.line("log loss", String.format(Locale.ROOT, "%.4f", evaluation.logLoss()));
    }

    private static TextTable classes(Evaluation evaluation) {
        var table = new TextTable().line("class", "precision", "recall", "F1", "examples");
        for (var score : evaluation.perClass()) {
            table.line(
                    score.name(),
                    share(score.precision()),
                    share(score.recall()),
                    share(score.f1()),
                    count(score.support()));
        }
        var confusion = evaluation.confusion();
        return table.line(
                "mean",
                share(confusion.macroPrecision()),
                share(confusion.macroRecall()),
                share(confusion.macroF1()),
                count(confusion.total()));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * value);
    }

    private static String interval(Interval interval) {
        return String.format(
                Locale.ROOT, "%.2f to %.2f %%", 100 * interval.low(), 100 * interval.high());
    }

    private static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
