package dev.gradus.io;

/// Text from anywhere, made safe to be shown: what is not seen but steers a terminal, turns a line around or
/// breaks it becomes the sign `�`.
///
/// ```java
/// PlainText.line("a\u202Eb\nc", 120); // a�b�c
/// ```
public final class PlainText {
    private PlainText() {}

    /// Returns the text with `�` in the place of each such character, line breaks included.
    public static String of(String text) {
        return limited(text, Integer.MAX_VALUE);
    }

    /// Returns the first `most` characters of it, likewise.
    public static String limited(String text, int most) {
        var plain = new StringBuilder();
        text.codePoints()
                .limit(most)
                .forEach(point -> plain.appendCodePoint(isSeen(point) ? point : '\uFFFD'));
        return plain.toString();
    }

    /// Returns it likewise as one line; where it has more than `most` characters, `…` says so.
    public static String line(String text, int most) {
        var longer = text.codePointCount(0, text.length()) > most;
        return longer ? limited(text, most) + "…" : of(text);
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
