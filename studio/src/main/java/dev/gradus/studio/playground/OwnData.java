package dev.gradus.studio.playground;

import dev.gradus.data.format.CsvTable;
import dev.gradus.data.format.FormatException;
import dev.gradus.studio.playground.PointSet.Point;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The user's own table. It stays in memory, for as long as the page is open.
///
/// @param name what the user calls it
/// @param table what stands in it
record OwnData(String name, CsvTable table) {
    /// The largest file, in bytes.
    static final int MOST_BYTES = 2_000_000;

    static final int MOST_ROWS = 5000;
    static final int FEWEST_ROWS = 10;
    private static final int MOST_CLASSES = 50;
    private static final int LINES_NAMED = 5;
    private static final Set<String> NOTHING = Set.of("", "na", "n/a", "nan", "null", "?", "-");

    static OwnData read(String name, String text, CsvTable.Header header) {
        try {
            return new OwnData(name, CsvTable.read(text, header, MOST_ROWS));
        } catch (FormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static boolean isMissing(String cell) {
        return NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /// Returns what there is to say of each column, as the page takes it.
    List<Map<String, Object>> columns() {
        var columns = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < table.names().size(); i++) {
            columns.add(column(i));
        }
        return columns;
    }

    private Map<String, Object> column(int index) {
        var values = new LinkedHashSet<String>();
        var missing = new ArrayList<Integer>();
        var strange = "";
        for (var row : table.rows()) {
            var cell = row.cells().get(index);
            if (isMissing(cell)) {
                missing.add(row.line());
                continue;
            }
            values.add(cell.strip());
            if (strange.isEmpty() && Double.isNaN(table.number(cell))) {
                strange =
                        "line %d, column %d: '%s' is no number"
                                .formatted(row.line(), index + 1, cell);
            }
        }
        return Map.of(
                "name", table.names().get(index),
                "numbers", strange.isEmpty() && !values.isEmpty(),
                "strange", strange,
                "missing", missing.size(),
                "lines", missing.subList(0, Math.min(missing.size(), LINES_NAMED)),
                "distinct", values.size(),
                "values", values.size() > MOST_CLASSES ? List.of() : List.copyOf(values));
    }

    /// Returns the points of the chosen columns as they stand in the table; rows without one of the
    /// values are left out.
    ///
    /// @throws IllegalArgumentException if the columns are not such as can be learnt from
    List<Point> points(Columns chosen) {
        var points = new ArrayList<Point>();
        for (var row : table.rows()) {
            var label = cell(row, chosen.label());
            if (isMissing(cell(row, chosen.x()))
                    || isMissing(cell(row, chosen.y()))
                    || isMissing(label)) {
                continue;
            }
            points.add(
                    Point.of(
                            number(row, chosen.x()),
                            number(row, chosen.y()),
                            label.strip().equals(chosen.plus())));
        }
        if (points.size() < FEWEST_ROWS) {
            throw new IllegalArgumentException(
                    "%d rows have all values: give at least %d"
                            .formatted(points.size(), FEWEST_ROWS));
        }
        var plus = points.stream().mapToInt(Point::label).sum();
        if (plus == 0 || plus == points.size()) {
            throw new IllegalArgumentException(
                    "%s row is of the class '%s' in column %d: choose a class that some rows are of and some are not"
                            .formatted(
                                    plus == 0 ? "no" : "every", chosen.plus(), chosen.label() + 1));
        }
        return points;
    }

    private String cell(CsvTable.Row row, int column) {
        if (column >= row.cells().size()) {
            throw new IllegalArgumentException(
                    "there is no column %d: the table has %d"
                            .formatted(column + 1, row.cells().size()));
        }
        return row.cells().get(column);
    }

    private double number(CsvTable.Row row, int column) {
        var number = table.number(cell(row, column));
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException(
                    "line %d, column %d: '%s' is no number: choose a column of numbers"
                            .formatted(row.line(), column + 1, row.cells().get(column)));
        }
        return number;
    }
}
