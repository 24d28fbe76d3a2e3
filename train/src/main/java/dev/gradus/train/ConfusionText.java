package dev.gradus.train;

import java.util.ArrayList;

/// Draws a confusion matrix. Columns bear letters, because names of classes are too long for them.
final class ConfusionText {
    private static final int LETTERS = 26;

    private ConfusionText() {}

    static String of(ConfusionMatrix matrix) {
        var classes = matrix.classes().size();
        var table = new TextTable();
        var head = new ArrayList<String>();
        for (var column = 0; column < classes; column++) {
            head.add(letter(column));
        }
        table.line("is \\ called", head);
        for (var row = 0; row < classes; row++) {
            var cells = new ArrayList<String>();
            for (var column = 0; column < classes; column++) {
                var count = matrix.count(row, column);
                // zeros would hide the pattern
                cells.add(count == 0 ? "." : String.valueOf(count));
            }
            table.line(letter(row) + " " + matrix.classes().get(row), cells);
        }
        return table.toString();
    }

    /// Returns a, b, ... z, aa, ab, ...
    private static String letter(int index) {
        var last = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : letter(index / LETTERS - 1) + last;
    }
}
