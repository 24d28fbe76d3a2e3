package dev.gradus.studio.models;

import java.util.Set;

/// Makes texts from files safe to be shown: a name may hold what turns a line around, or breaks it.
public final class ShownText {
    private static final int LONGEST_LINE = 120;

    private static final Set<Byte> UNSEEN =
            Set.of(
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR);

    private ShownText() {}

    /// Returns a name as one line of bounded length.
    public static String line(String name) {
        var clean = readable(name);
        return clean.codePointCount(0, clean.length()) <= LONGEST_LINE
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_LINE)) + "…";
    }

    /// Returns the text with a sign in the place of what is not seen but does something.
    public static String readable(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .map(point -> UNSEEN.contains((byte) Character.getType(point)) ? '\uFFFD' : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
