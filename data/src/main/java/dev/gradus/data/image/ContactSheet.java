package dev.gradus.data.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws many small pictures with captions side by side, as a PNG to look at or to show.
///
/// Every pixel of a picture becomes a square of [#ZOOM] by [#ZOOM] pixels, so nothing is blurred.
/// Needs no screen. Captions that are too wide for their column end in an ellipsis.
public final class ContactSheet {
    /// How much larger pictures are drawn.
    public static final int ZOOM = 4;

    private static final int GAP = 12;
    private static final int FONT_SIZE = 12;
    private static final int LEAST_COLUMN = 112;

    private final List<Captioned> pictures;
    private final int columns;

    private ContactSheet(List<Captioned> pictures, int columns) {
        this.pictures = pictures;
        this.columns = columns;
    }

    /// Lays out pictures in rows of `columns`.
    ///
    /// @throws IllegalArgumentException if there are no pictures or columns
    public static ContactSheet of(List<Captioned> pictures, int columns) {
        if (pictures.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "%s pictures in %s columns make no sheet: give at least one of each"
                            .formatted(pictures.size(), columns));
        }
        return new ContactSheet(List.copyOf(pictures), Math.min(columns, pictures.size()));
    }

    /// Returns the sheet as the content of a PNG file.
    public byte[] png() {
        var content = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(draw(), "png", content)) {
                throw new IllegalStateException("this Java platform has no writer for PNG");
            }
        } catch (IOException e) {
            throw new AssertionError("memory can always be written to", e);
        }
        return content.toByteArray();
    }

    /// Writes the sheet to a PNG file.
    ///
    /// @throws IOException if it cannot be written
    public void write(Path file) throws IOException {
        Files.write(file, png());
    }

    private BufferedImage draw() {
        var columnWidth = LEAST_COLUMN;
        var pictureHeight = 0;
        var lines = 0;
        for (var picture : pictures) {
            columnWidth = Math.max(columnWidth, picture.image().width() * ZOOM);
            pictureHeight = Math.max(pictureHeight, picture.image().height() * ZOOM);
            lines = Math.max(lines, picture.caption().size());
        }
        var lineHeight = FONT_SIZE + 4;
        var rowHeight = pictureHeight + lines * lineHeight + GAP;
        var rows = Math.ceilDiv(pictures.size(), columns);
        var sheet =
                new BufferedImage(
                        GAP + columns * (columnWidth + GAP),
                        GAP + rows * rowHeight,
                        BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            for (var i = 0; i < pictures.size(); i++) {
                var x = GAP + i % columns * (columnWidth + GAP);
                var y = GAP + i / columns * rowHeight;
                drawPicture(sheet, pictures.get(i).image(), x, y);
            }
            if (lines > 0) {
                graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
                graphics.setColor(Color.BLACK);
                graphics.setRenderingHint(
                        RenderingHints.KEY_TEXT_ANTIALIASING,
                        RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                for (var i = 0; i < pictures.size(); i++) {
                    var x = GAP + i % columns * (columnWidth + GAP);
                    var y = GAP + i / columns * rowHeight + pictureHeight;
                    for (var line : pictures.get(i).caption()) {
                        y += lineHeight;
                        drawLine(graphics, line, x, y, columnWidth);
                    }
                }
            }
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    private static void drawPicture(BufferedImage sheet, GrayImage image, int left, int top) {
        for (var y = 0; y < image.height() * ZOOM; y++) {
            for (var x = 0; x < image.width() * ZOOM; x++) {
                var gray = Math.clamp(Math.round(image.at(x / ZOOM, y / ZOOM)), 0, 255);
                sheet.setRGB(left + x, top + y, gray << 16 | gray << 8 | gray);
            }
        }
    }

    private static void drawLine(Graphics2D graphics, String line, int x, int y, int width) {
        graphics.drawString(shortened(line, graphics.getFontMetrics(), width), x, y);
    }

    private static String shortened(String line, FontMetrics metrics, int width) {
        var shown = line;
        for (var kept = line.length() - 1; kept > 0 && metrics.stringWidth(shown) > width; kept--) {
            shown = line.substring(0, kept).stripTrailing() + "…";
        }
        return shown;
    }
}
