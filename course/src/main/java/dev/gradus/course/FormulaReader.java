package dev.gradus.course;

import dev.gradus.course.Block.Formula.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a formula such as `y = {sum: w·x} + {b: b}`.
final class FormulaReader {
    private static final Pattern TERM = Pattern.compile("\\{([\\w-]+): *([^{}]+)}");

    private FormulaReader() {}

    static Block.Formula read(List<String> inside, QuestionReader.Complaints complaints) {
        var lines = new ArrayList<List<Piece>>();
        for (var i = 0; i < inside.size(); i++) {
            if (!inside.get(i).isBlank()) {
                lines.add(line(inside.get(i).strip(), i + 1, complaints));
            }
        }
        if (lines.isEmpty()) {
            complaints.add(0, "a formula has a line at least");
        }
        return new Block.Formula(lines);
    }

    private static List<Piece> line(String line, int number, QuestionReader.Complaints complaints) {
        var pieces = new ArrayList<Piece>();
        var from = 0;
        var terms = TERM.matcher(line);
        while (terms.find()) {
            plain(pieces, line.substring(from, terms.start()), number, complaints);
            pieces.add(new Piece(terms.group(1), terms.group(2).strip()));
            from = terms.end();
        }
        plain(pieces, line.substring(from), number, complaints);
        return pieces;
    }

    private static void plain(
            List<Piece> pieces, String text, int number, QuestionReader.Complaints complaints) {
        if (text.contains("{") || text.contains("}")) {
            complaints.add(number, "a term of a formula is written {w: weight}, its name first");
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece("", text));
        }
    }
}
