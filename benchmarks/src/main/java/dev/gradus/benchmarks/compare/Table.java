package dev.gradus.benchmarks.compare;

import dev.gradus.benchmarks.compare.Row.Compared;
import dev.gradus.benchmarks.compare.Row.Missing;
import dev.gradus.benchmarks.compare.Row.Own;
import dev.gradus.benchmarks.compare.Row.Unit;
import java.util.List;
import java.util.Locale;

/// Writes rows as lines of a table whose columns are known before its rows.
final class Table {
    private static final String COLUMNS = " %7s  %-14s %13s %13s %7s %7s";

    private final String layout;

    /// Makes a table that is wide enough for these names.
    Table(List<String> workloads) {
        var width = workloads.stream().mapToInt(String::length).max().orElse(0);
        layout = "%-" + Math.max(width, 12) + "s" + COLUMNS;
    }

    String header() {
        return layout.formatted("workload", "threads", "peer", "Gradus", "peer", "ratio", "pairs");
    }

    String line(Row row) {
        var line =
                switch (row.outcome()) {
                    case Compared it ->
                            columns(
                                    row,
                                    figure(it.gradus(), row.unit()),
                                    figure(it.peer(), row.unit()),
                                    ratio(it.ratio()),
                                    it.pairs() + noise(it.quiet()));
                    case Own it ->
                            columns(
                                    row,
                                    figure(it.gradus(), row.unit()),
                                    "",
                                    "",
                                    it.repeats() + noise(it.quiet()));
                    case Missing it -> columns(row, "-", "-", "-", "") + "  " + it.reason();
                };
        return line.stripTrailing();
    }

    /// Explains the marks in the table.
    static String legend() {
        return "ratio = peer / Gradus, the median over pairs of windows: above 1, Gradus is faster or smaller.\n"
                + "~ = other programs were busy or the windows did not agree: measure that row again.";
    }

    private String columns(Row row, String gradus, String peer, String ratio, String pairs) {
        return layout.formatted(
                row.workload(), row.threads(), row.peer(), gradus, peer, ratio, pairs);
    }

    /// Writes a figure with three digits that count.
    static String figure(double value, Unit unit) {
        return number(value) + " " + unit.text;
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        var digits = 2 - (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%,." + Math.clamp(digits, 0, 6) + "f", value);
    }

    private static String noise(boolean quiet) {
        return quiet ? " " : "~";
    }
}
