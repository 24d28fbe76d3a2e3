package dev.gradus.data.image;

import java.util.ArrayList;
import java.util.List;

/// Draws small pictures as text, side by side, with captions under them.
///
/// In colour a character shows two pixels, one above the other: the upper half block `▀` in the
/// brightness of the upper pixel on a background in that of the lower. In plain text a character
/// stands for the same two pixels with one sign of a ramp from a blank (black) to `@` (white), for
/// readers on a dark background.
public enum TerminalImage {
    /// 16 million colours; nearly every terminal of today.
    TRUE_COLOUR {
        @Override
        String cell(int upper, int lower) {
            return "\u001b[38;2;" + gray(upper) + ";48;2;" + gray(lower) + "m▀";
        }

        private static String gray(int shade) {
            return shade + ";" + shade + ";" + shade;
        }
    },

    /// The 26 grays of the 256-colour palette; older terminals.
    PALETTE {
        @Override
        String cell(int upper, int lower) {
            return "\u001b[38;5;" + paletteIndex(upper) + ";48;5;" + paletteIndex(lower) + "m▀";
        }
    },

    /// Letters and signs alone: files, pipes and terminals without colour.
    PLAIN {
        @Override
        String cell(int upper, int lower) {
            return String.valueOf(RAMP.charAt((upper + lower) / 2 * (RAMP.length() - 1) / 255));
        }

        @Override
        String endOfRow() {
            return "";
        }
    };

    private static final String RAMP = " .:-=+*#%@";
    private static final int GAP = 2;

    abstract String cell(int upper, int lower);

    String endOfRow() {
        return "\u001b[0m";
    }

    /// Draws one picture, two of its rows to a line; every line ends in a line break.
    public String draw(GrayImage image) {
        return draw(List.of(Captioned.of(image)));
    }

    /// Draws pictures side by side, their captions under them; every line ends in a line break.
    ///
    /// Captions wider than their picture are cut off with an ellipsis.
    public String draw(List<Captioned> pictures) {
        var lines = new ArrayList<StringBuilder>();
        var height = 0;
        var captions = 0;
        for (var picture : pictures) {
            height = Math.max(height, Math.ceilDiv(picture.image().height(), 2));
            captions = Math.max(captions, picture.caption().size());
        }
        for (var line = 0; line < height + captions; line++) {
            lines.add(new StringBuilder());
        }
        for (var i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            var image = picture.image();
            for (var line = 0; line < height; line++) {
                lines.get(line).append(i == 0 ? "" : " ".repeat(GAP)).append(row(image, line));
            }
            for (var line = 0; line < captions; line++) {
                var text = line < picture.caption().size() ? picture.caption().get(line) : "";
                lines.get(height + line)
                        .append(i == 0 ? "" : " ".repeat(GAP))
                        .append(padded(text, image.width()));
            }
        }
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String row(GrayImage image, int line) {
        if (2 * line >= image.height()) {
            return " ".repeat(image.width());
        }
        var text = new StringBuilder();
        for (var x = 0; x < image.width(); x++) {
            var upper = shade(image, x, 2 * line);
            var lower = 2 * line + 1 < image.height() ? shade(image, x, 2 * line + 1) : 0;
            text.append(cell(upper, lower));
        }
        return text.append(endOfRow()).toString();
    }

    private static int shade(GrayImage image, int x, int y) {
        return Math.clamp(Math.round(image.at(x, y)), 0, 255);
    }

    /// The palette has black and white at 16 and 231, and 24 grays 8, 18, ... 238 from 232 on.
    private static int paletteIndex(int shade) {
        if (shade < 4) {
            return 16;
        }
        return shade > 246 ? 231 : 232 + Math.min(23, (shade - 3) / 10);
    }

    private static String padded(String text, int width) {
        var shown = text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
        return shown + " ".repeat(width - shown.length());
    }
}
