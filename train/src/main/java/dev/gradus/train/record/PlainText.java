package dev.gradus.train.record;

import java.util.Locale;

/// Text in the files of a run, which may come from anywhere.
final class PlainText {
    private PlainText() {}

    /// Returns `text` without characters that steer a terminal or a page, and no longer than `most`.
    static String limited(String text, int most) {
        var kept = new StringBuilder();
        text.codePoints()
                .limit(most)
                .forEach(point -> kept.appendCodePoint(isPlain(point) ? point : '\uFFFD'));
        return kept.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// Returns `name` as a part of the name of a folder.
    static String slug(String name) {
        var slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "run" : slug.substring(0, Math.min(40, slug.length()));
    }
}
