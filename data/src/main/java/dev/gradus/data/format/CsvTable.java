package dev.gradus.data.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A table as spreadsheets save it: rows of cells, kept as the text they are, with the line each row
/// began in.
///
/// Cells are parted by commas, semicolons or tabs, whichever the first line has most of. A cell in double
/// quotes may hold any of these, line breaks, and quotes written twice (RFC 4180). Blank lines are skipped.
///
/// @param hasHeader whether the names stood in the file
/// @param names the names of the columns; `column 1`, `column 2`, ... where the file has none
/// @param rows the rows below the names
/// @param separator what cells are parted by
public record CsvTable(boolean hasHeader, List<String> names, List<Row> rows, char separator) {
    private static final int MOST_COLUMNS = 1000;

    // nothing is given back once it is taken: a long cell of digits that is no number is told at
    // once
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,4})?");

    /// Copies the lists.
    public CsvTable {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /// A row.
    ///
    /// @param line the line it begins in, from 1
    /// @param cells as many as there are columns
    public record Row(int line, List<String> cells) {
        /// Copies the list.
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// Whether the first row holds the names of the columns.
    public enum Header {
        /// If it has no number in it, and another row has.
        GUESS,
        /// Yes.
        PRESENT,
        /// No: it is data.
        ABSENT
    }

    /// Returns the table that `text` holds.
    ///
    /// @param mostRows how many rows it may have
    /// @throws FormatException if it has more, no rows at all, or rows that differ in length; the message
    ///     names line and column
    public static CsvTable read(String text, Header header, int mostRows) throws FormatException {
        var start = text.startsWith("\uFEFF") ? 1 : 0;
        var separator = separator(text, start);
        // one row more may hold the names
        var rows = new CsvScanner(text, start, separator, mostRows + 1, MOST_COLUMNS).rows();
        if (rows.isEmpty()) {
            throw new FormatException("the table is empty: give a line for each example");
        }
        checkLengths(rows);
        var named = header == Header.GUESS ? looksNamed(rows) : header == Header.PRESENT;
        var columns = rows.getFirst().cells().size();
        if (rows.size() - (named ? 1 : 0) > mostRows) {
            throw tooLong(rows.getLast().line(), mostRows);
        }
        var names =
                named
                        ? names(rows.getFirst())
                        : IntStream.rangeClosed(1, columns).mapToObj(i -> "column " + i).toList();
        return new CsvTable(named, names, rows.subList(named ? 1 : 0, rows.size()), separator);
    }

    static FormatException tooLong(int line, int mostRows) {
        return new FormatException(
                "line %d: a table may have %,d rows: leave some out".formatted(line, mostRows));
    }

    /// Returns the number that a cell holds, or NaN if it holds none. Where cells are not parted by
    /// commas, a comma may stand for the decimal point.
    public double number(String cell) {
        var text = cell.strip();
        if (separator != ',' && text.indexOf('.') < 0) {
            text = text.replace(',', '.');
        }
        if (!NUMBER.matcher(text).matches()) {
            return Double.NaN;
        }
        var number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : Double.NaN;
    }

    private static char separator(String text, int start) {
        var end = text.indexOf('\n', start);
        var line = text.substring(start, end < 0 ? text.length() : end);
        var best = ',';
        for (var other : new char[] {';', '\t'}) {
            if (count(line, other) > count(line, best)) {
                best = other;
            }
        }
        return best;
    }

    private static long count(String line, char sought) {
        return line.chars().filter(c -> c == sought).count();
    }

    private static void checkLengths(List<Row> rows) throws FormatException {
        var first = rows.getFirst();
        for (var row : rows) {
            if (row.cells().size() != first.cells().size()) {
                throw new FormatException(
                        "line %d, column %d: the row has %d cells, line %d has %d: give each row as many"
                                .formatted(
                                        row.line(),
                                        Math.min(row.cells().size(), first.cells().size()) + 1,
                                        row.cells().size(),
                                        first.line(),
                                        first.cells().size()));
            }
        }
    }

    private static boolean looksNamed(List<Row> rows) {
        var probe = new CsvTable(false, List.of(), List.of(), ';');
        return rows.size() > 1
                && rows.getFirst().cells().stream()
                        .allMatch(cell -> Double.isNaN(probe.number(cell)))
                && rows.get(1).cells().stream().anyMatch(cell -> !Double.isNaN(probe.number(cell)));
    }

    /// Names that are missing or stand twice get the number of their column.
    private static List<String> names(Row row) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var i = 0; i < row.cells().size(); i++) {
            var name = row.cells().get(i).strip();
            var unique = name.isEmpty() ? "column " + (i + 1) : name;
            if (!taken.add(unique)) {
                unique = "%s (column %d)".formatted(unique, i + 1);
                taken.add(unique);
            }
            names.add(unique);
        }
        return names;
    }
}
