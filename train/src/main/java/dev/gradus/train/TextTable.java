package dev.gradus.train;

import java.util.ArrayList;
import java.util.List;

/// Lines of cells in aligned columns: the first flush left, the others flush right.
final class TextTable {
    private final List<List<String>> lines = new ArrayList<>();

    TextTable line(String first, List<String> others) {
        var line = new ArrayList<String>();
        line.add(first);
        line.addAll(others);
        lines.add(line);
        return this;
    }

    TextTable line(String first, String... others) {
        return line(first, List.of(others));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var line : lines) {
            var padded = new StringBuilder();
            for (var column = 0; column < line.size(); column++) {
                var gap = " ".repeat(width(column) - line.get(column).length());
                padded.append(column == 0 ? line.get(column) + gap : "  " + gap + line.get(column));
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream()
                .filter(line -> column < line.size())
                .mapToInt(line -> line.get(column).length())
                .max()
                .orElse(0);
    }
}
