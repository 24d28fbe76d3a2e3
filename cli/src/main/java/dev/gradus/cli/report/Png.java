package dev.gradus.cli.report;

import dev.gradus.data.image.GrayImage;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Turns pictures into the content of PNG files.
public final class Png {
    private Png() {}

    /// Returns a gray picture pixel by pixel.
    public static byte[] of(GrayImage image) {
        var picture =
                new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        var raster = picture.getRaster();
        for (var y = 0; y < image.height(); y++) {
            for (var x = 0; x < image.width(); x++) {
                raster.setSample(x, y, 0, Math.clamp(Math.round(image.at(x, y)), 0, 255));
            }
        }
        return of(picture);
    }

    static byte[] of(RenderedImage picture) {
        var content = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "png", content)) {
                throw new IllegalStateException("this Java platform has no writer for PNG");
            }
        } catch (IOException e) {
            throw new AssertionError("memory can always be written to", e);
        }
        return content.toByteArray();
    }
}
