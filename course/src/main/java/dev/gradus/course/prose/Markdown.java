package dev.gradus.course.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads the part of Markdown that lessons are written in: paragraphs, lists, tables, `**strong**`,
/// `*stressed*`, pieces of programs between backticks, and `[[term|text]]` for what the picture shows too.
/// Everything else is text.
public final class Markdown {
    private static final Pattern ITEM = Pattern.compile("(-|\\d+\\.) +(.*)");
    private static final Pattern RULE = Pattern.compile("\\|[ :|-]+\\|");
    private static final Pattern SPAN =
            Pattern.compile(
                    "`(?<fixed>[^`]+)`|\\*\\*(?<strong>.+?)\\*\\*|\\*(?<stressed>[^*\\s](?:[^*]*[^*\\s])?)\\*"
                            + "|\\[\\[(?<term>[\\w-]+)\\|(?<text>.+?)]]");

    private Markdown() {}

    /// Returns the passages of a text.
    public static List<Passage> read(String text) {
        var passages = new ArrayList<Passage>();
        for (var part : text.split("\n\\s*\n", -1)) {
            var lines = part.lines().filter(line -> !line.isBlank()).toList();
            if (!lines.isEmpty()) {
                addParts(passages, lines);
            }
        }
        return passages;
    }

    /// A list or a table may follow its sentence without an empty line between.
    private static void addParts(List<Passage> passages, List<String> lines) {
        var from = 0;
        while (from < lines.size()) {
            var first = lines.get(from);
            var to = from + 1;
            if (isItem(first)) {
                while (to < lines.size() && !isRow(lines.get(to))) {
                    to++;
                }
                passages.add(items(lines.subList(from, to)));
            } else if (isRow(first)) {
                to = endOf(lines, from, Markdown::isRow);
                passages.add(grid(lines.subList(from, to)));
            } else {
                to = endOf(lines, from, line -> !isItem(line) && !isRow(line));
                passages.add(
                        new Passage.Paragraph(spans(String.join(" ", lines.subList(from, to)))));
            }
            from = to;
        }
    }

    private static int endOf(List<String> lines, int from, Predicate<String> belongs) {
        var to = from + 1;
        while (to < lines.size() && belongs.test(lines.get(to))) {
            to++;
        }
        return to;
    }

    private static boolean isItem(String line) {
        return ITEM.matcher(line).matches();
    }

    private static boolean isRow(String line) {
        return line.startsWith("|") && line.stripTrailing().endsWith("|");
    }

    private static Passage items(List<String> lines) {
        var texts = new ArrayList<String>();
        for (var line : lines) {
            var item = ITEM.matcher(line);
            if (item.matches()) {
                texts.add(item.group(2));
            } else {
                texts.add(texts.removeLast() + " " + line.strip());
            }
        }
        return new Passage.Items(
                !lines.getFirst().startsWith("-"), texts.stream().map(Markdown::spans).toList());
    }

    private static Passage grid(List<String> lines) {
        var rows =
                lines.stream()
                        .filter(line -> !RULE.matcher(line.strip()).matches())
                        .map(Markdown::row)
                        .toList();
        return rows.isEmpty()
                ? new Passage.Paragraph(List.of())
                : new Passage.Grid(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static List<List<Span>> row(String line) {
        var inside = line.strip().substring(1, line.strip().length() - 1);
        return Arrays.stream(inside.split("\\|", -1))
                .map(String::strip)
                .map(Markdown::spans)
                .toList();
    }

    /// Returns the pieces of a line.
    public static List<Span> spans(String line) {
        var spans = new ArrayList<Span>();
        var from = 0;
        var found = SPAN.matcher(line);
        while (found.find()) {
            addPlain(spans, line.substring(from, found.start()));
            if (found.group("fixed") != null) {
                spans.add(new Span.Fixed(found.group("fixed")));
            } else if (found.group("strong") != null) {
                spans.add(new Span.Strong(spans(found.group("strong"))));
            } else if (found.group("stressed") != null) {
                spans.add(new Span.Emphasis(spans(found.group("stressed"))));
            } else {
                spans.add(new Span.Marked(found.group("term"), found.group("text")));
            }
            from = found.end();
        }
        addPlain(spans, line.substring(from));
        return spans;
    }

    private static void addPlain(List<Span> spans, String text) {
        if (!text.isEmpty()) {
            spans.add(new Span.Plain(text));
        }
    }
}
