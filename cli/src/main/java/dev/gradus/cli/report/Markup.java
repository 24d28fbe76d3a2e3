package dev.gradus.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// Writes HTML that is well-formed XML as well: every text and attribute is escaped, every element
/// closed.
final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element; `attributes` are names and values in turn.
    Markup open(String name, String... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /// Closes the element opened last.
    Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /// Writes an element that holds nothing but this text.
    Markup leaf(String name, String content, String... attributes) {
        return open(name, attributes).text(content).close();
    }

    /// Writes an element that never holds anything, such as `img`.
    Markup empty(String name, String... attributes) {
        tag(name, attributes).append("/>");
        return this;
    }

    /// Writes text.
    Markup text(String content) {
        text.append(escaped(content));
        return this;
    }

    /// Writes the text of a resource of this package, a style or a script, as it is.
    Markup verbatim(String content) {
        if (content.contains("<") || content.contains("&")) {
            throw new IllegalArgumentException(
                    "styles and scripts in the page must do without < and &, so that it stays XML");
        }
        text.append(content);
        return this;
    }

    /// Returns a coordinate with at most two digits after the point.
    static String number(double value) {
        var rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.2f", rounded);
    }

    /// Returns the text, whose elements must all be closed.
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return text.toString();
    }

    private StringBuilder tag(String name, String... attributes) {
        text.append('<').append(name);
        for (var i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(attributes[i + 1])).append('"');
        }
        return text;
    }

    private static String escaped(String content) {
        var safe = new StringBuilder(content.length());
        for (var i = 0; i < content.length(); i++) {
            var c = content.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.append(c);
                // XML has no way to write other control signs, nor half a character
                default ->
                        safe.append(
                                c < ' ' || Character.isSurrogate(c) && !paired(content, i)
                                        ? '\uFFFD'
                                        : c);
            }
        }
        return safe.toString();
    }

    private static boolean paired(String content, int i) {
        return Character.isHighSurrogate(content.charAt(i))
                ? i + 1 < content.length() && Character.isLowSurrogate(content.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(content.charAt(i - 1));
    }
}
