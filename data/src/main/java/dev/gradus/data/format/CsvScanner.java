package dev.gradus.data.format;

import java.util.ArrayList;
import java.util.List;

/// Parts the text of a table into rows and cells, once from its beginning to its end.
final class CsvScanner {
    private final String text;
    private final char separator;
    private final int mostRows;
    private final int mostColumns;
    private int at;
    private int line = 1;

    CsvScanner(String text, int start, char separator, int mostRows, int mostColumns) {
        this.text = text;
        this.at = start;
        this.separator = separator;
        this.mostRows = mostRows;
        this.mostColumns = mostColumns;
    }

    List<CsvTable.Row> rows() throws FormatException {
        var rows = new ArrayList<CsvTable.Row>();
        while (at < text.length()) {
            var begins = line;
            var cells = row();
            if (cells.size() == 1 && cells.getFirst().isBlank()) {
                continue;
            }
            if (rows.size() == mostRows) {
                throw CsvTable.tooLong(begins, mostRows - 1);
            }
            rows.add(new CsvTable.Row(begins, cells));
        }
        return rows;
    }

    private List<String> row() throws FormatException {
        var cells = new ArrayList<String>();
        while (true) {
            if (cells.size() == mostColumns) {
                throw new FormatException(
                        "line %d: a table may have %,d columns: leave some out"
                                .formatted(line, mostColumns));
            }
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted(cells.size()) : bare());
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
            } else {
                newLine();
                return cells;
            }
        }
    }

    private String bare() {
        var begin = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private String quoted(int column) throws FormatException {
        var begins = line;
        var cell = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw new FormatException(
                        "line %d, column %d: a quote is opened and never closed: close it"
                                .formatted(begins, column + 1));
            }
            var c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                break;
            }
        }
        if (at < text.length() && !isEnd(text.charAt(at))) {
            throw new FormatException(
                    "line %d, column %d: '%c' stands behind a closed quote: write a quote within quotes twice"
                            .formatted(line, column + 1, text.charAt(at)));
        }
        return cell.toString();
    }

    private void newLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
            // old files end lines with this alone
            line += at < text.length() && text.charAt(at) == '\n' ? 0 : 1;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
            line++;
        }
    }
}
