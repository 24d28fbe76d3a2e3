package dev.gradus.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes a run for people to read.
final class RunText {
    private RunText() {}

    static String of(Run run) {
        var table = new TextTable();
        for (var result : run.history()) {
            if (result.epoch() == 1) {
                table.line("epoch", head(result));
            }
            table.line(result.epoch() + (result.best() ? " *" : ""), figures(result));
        }
        return table + run.stopped().explanation();
    }

    private static List<String> head(EpochResult result) {
        var cells = new ArrayList<>(List.of("loss", "accuracy", "validation loss"));
        result.metrics().keySet().forEach(name -> cells.add("validation " + name));
        cells.add("seconds");
        return cells;
    }

    private static List<String> figures(EpochResult result) {
        var cells =
                new ArrayList<>(
                        List.of(
                                figure(result.trainLoss()),
                                figure(result.trainAccuracy()),
                                figure(result.validationLoss())));
        result.metrics().values().forEach(value -> cells.add(figure(value)));
        cells.add(String.format(Locale.ROOT, "%.2f", result.seconds()));
        return cells;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
