package dev.gradus.nn.picture;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The words of a picture.
final class Words {
    /// How many characters a line of a box may have.
    static final int WIDEST = 32;

    private static final int MOST_LINES = 4;

    private Words() {}

    /// Returns how a layer is written in a program, broken where a reader would break it.
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        // before a call and after a comma
        for (var part : text.split("(?=\\.[a-zA-Z])|(?<=, )")) {
            if (!line.isEmpty() && line.length() + part.stripTrailing().length() > WIDEST) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString().stripTrailing());
        var kept = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        if (lines.size() > MOST_LINES) {
            kept.set(MOST_LINES - 1, kept.getLast() + "…");
        }
        kept.replaceAll(Words::cut);
        return List.copyOf(kept);
    }

    private static String cut(String line) {
        if (line.length() <= WIDEST) {
            return line;
        }
        // not between the halves of a character beyond the first 65,536
        var end = Character.isHighSurrogate(line.charAt(WIDEST - 2)) ? WIDEST - 2 : WIDEST - 1;
        return line.substring(0, end) + "…";
    }

    /// Returns sizes as they are spoken: `28 × 28 × 6`.
    static String shape(Shape shape) {
        return shape.rank() == 0
                ? "1 number"
                : Arrays.stream(shape.toArray())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" × "));
    }

    /// Returns what comes in: sizes, and that these are whole numbers where they are.
    static String input(Shape shape, DType type) {
        return type.isFloating()
                ? shape(shape)
                : shape(shape) + (shape.count() == 1 ? " whole number" : " whole numbers");
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// Returns the text as it may stand in XML; what may not stand there at all is left out.
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> {
                            if (isXml(c)) {
                                escaped.appendCodePoint(c);
                            }
                        }
                    }
                });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
