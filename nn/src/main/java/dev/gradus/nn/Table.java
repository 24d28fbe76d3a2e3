package dev.gradus.nn;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lines of cells in aligned columns.
final class Table {
    private Table() {}

    /// Returns the lines as text, columns from number `firstNumber` on flush right.
    static String aligned(List<List<String>> lines, int firstNumber) {
        var widths =
                IntStream.range(0, lines.getFirst().size())
                        .map(column -> width(lines, column))
                        .toArray();
        return lines.stream()
                .map(line -> line(line, widths, firstNumber))
                .collect(Collectors.joining("\n"));
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> cells, int[] widths, int firstNumber) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    var gap = " ".repeat(widths[column] - cells.get(column).length());
                    return column < firstNumber ? cells.get(column) + gap : gap + cells.get(column);
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
