package dev.gradus.cli.text;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines.
public final class Paragraph {
    private Paragraph() {}

    /// Returns the words of `text` in lines of at most `width` characters; a longer word has a line of
    /// its own.
    public static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
