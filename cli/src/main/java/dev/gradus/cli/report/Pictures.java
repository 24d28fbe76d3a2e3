package dev.gradus.cli.report;

import dev.gradus.cli.report.ReportData.Plane;
import dev.gradus.data.image.GrayImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Base64;
import java.util.List;

/// Turns pictures and planes of numbers into PNGs that stand in the page itself.
final class Pictures {
    private static final int SHADES = 31;
    private static final int PLUS = 0x0072B2;
    private static final int MINUS = 0xD55E00;

    private Pictures() {}

    /// Returns a photograph or drawing in gray.
    static String gray(GrayImage image) {
        return uri(Png.of(image));
    }

    /// Returns a plane of signed numbers: blue is plus, striped vermilion is minus, and the further
    /// from zero, the fuller. Zero lets the page shine through, so it fits a light and a dark one.
    ///
    /// @param zoom how many pixels a number is wide and high
    /// @param most the distance from zero that gets the full colour
    static String signed(Plane plane, int zoom, double most) {
        var picture =
                new BufferedImage(
                        plane.width() * zoom,
                        plane.height() * zoom,
                        BufferedImage.TYPE_BYTE_INDEXED,
                        palette());
        var raster = picture.getRaster();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var value = plane.values().get(y / zoom * plane.width() + x / zoom);
                var share = most == 0 ? 0 : Math.clamp(Math.abs(value) / most, 0, 1);
                var shade = (int) Math.round(share * SHADES);
                var minus = value < 0;
                if (minus && (x + y) % 4 == 0) {
                    shade /= 3;
                }
                raster.setSample(x, y, 0, minus && shade > 0 ? SHADES + shade : shade);
            }
        }
        return uri(Png.of(picture));
    }

    /// Returns the largest distance from zero in any of the planes.
    static double most(List<Plane> planes) {
        return planes.stream()
                .flatMap(plane -> plane.values().stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    /// 0 is clear, then the shades of plus, then those of minus.
    private static IndexColorModel palette() {
        var colours = new int[2 * SHADES + 1];
        for (var shade = 1; shade <= SHADES; shade++) {
            var alpha = 255 * shade / SHADES << 24;
            colours[shade] = alpha | PLUS;
            colours[SHADES + shade] = alpha | MINUS;
        }
        return new IndexColorModel(8, colours.length, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
    }

    private static String uri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
