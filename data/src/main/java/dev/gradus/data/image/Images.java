package dev.gradus.data.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads photographs and drawings (PNG, JPEG) as a network wants to see them.
///
/// Files come from anywhere, so the length of the file and the size its header claims are checked
/// before anything is decoded, and whatever a decoder stumbles over ends in an
/// [UnreadableImageException] that names the file.
public final class Images {
    /// The longest file read, in bytes.
    public static final long MOST_BYTES = 50_000_000;

    /// The largest picture read, in pixels.
    public static final long MOST_PIXELS = 50_000_000;

    // how far a margin may be from the border's brightness, as in the making of Fashion-MNIST: 5 %
    private static final float MARGIN = 0.05f * 255;
    private static final List<String> FORMATS = List.of("png", "jpeg");

    private Images() {}

    /// Reads a picture as Fashion-MNIST's own were made: in gray, bright on a dark background,
    /// without its empty margin, fitted into `width` by `height` with its proportions kept.
    ///
    /// A picture that has this size already keeps its margin.
    ///
    /// @return the brightnesses from 0 to 255, row by row, ready for a model's preprocessing
    /// @throws UnreadableImageException if it is no PNG or JPEG, is damaged or too large
    /// @throws IOException if the file cannot be read
    public static GrayImage readFitted(Path file, int width, int height) throws IOException {
        var image = read(file).onBlack();
        return image.width() == width && image.height() == height
                ? image
                : image.trimmed(MARGIN).fitted(width, height);
    }

    /// Reads a picture in gray. Colours become brightness, `0.299 R + 0.587 G + 0.114 B`
    /// (ITU-R BT.601); what is transparent shows white.
    ///
    /// @throws UnreadableImageException if it is no PNG or JPEG, is damaged or too large
    /// @throws IOException if the file cannot be read
    public static GrayImage read(Path file) throws IOException {
        var length = Files.size(file);
        if (length > MOST_BYTES) {
            throw new UnreadableImageException(
                    file, "it is %s bytes long; at most %s are read".formatted(length, MOST_BYTES));
        }
        var content = Files.readAllBytes(file);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnreadableImageException(
                        file, "it is no image; PNG and JPEG files are read");
            }
            var reader = readers.next();
            try {
                requireKnownFormat(file, reader);
                reader.setInput(stream, true, true);
                requireFewEnoughPixels(file, reader);
                return gray(reader.read(0));
            } catch (UnreadableImageException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // decoders throw all kinds of runtime exceptions on damaged files
                throw new UnreadableImageException(
                        file, "it is damaged or of an unusual kind (" + e.getMessage() + ")", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void requireKnownFormat(Path file, ImageReader reader) throws IOException {
        var format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new UnreadableImageException(
                    file, "it is a %s; PNG and JPEG files are read".formatted(format));
        }
    }

    private static void requireFewEnoughPixels(Path file, ImageReader reader) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new UnreadableImageException(
                    file,
                    "it has %s x %s pixels; at most %s in all are read"
                            .formatted(reader.getWidth(0), reader.getHeight(0), MOST_PIXELS));
        }
    }

    private static GrayImage gray(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var values = new float[width * height];
        if (image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            // getRGB() would brighten gray pictures: it takes their samples for linear light
            var raster = image.getRaster();
            var most = (float) ((1 << model.getComponentSize(0)) - 1);
            var mostAlpha = model.hasAlpha() ? (1 << model.getComponentSize(1)) - 1 : 1;
            for (var i = 0; i < values.length; i++) {
                var x = i % width;
                var y = i / width;
                var alpha = model.hasAlpha() ? (float) raster.getSample(x, y, 1) / mostAlpha : 1;
                values[i] = onWhite(raster.getSample(x, y, 0) * 255 / most, alpha);
            }
        } else {
            var row = new int[width];
            for (var y = 0; y < height; y++) {
                image.getRGB(0, y, width, 1, row, 0, width);
                for (var x = 0; x < width; x++) {
                    values[y * width + x] = brightness(row[x]);
                }
            }
        }
        return GrayImage.of(width, height, values);
    }

    private static float brightness(int argb) {
        var red = argb >> 16 & 0xFF;
        var green = argb >> 8 & 0xFF;
        var blue = argb & 0xFF;
        // in whole thousandths, so that white is exactly 255
        return onWhite((299 * red + 587 * green + 114 * blue) / 1000f, (argb >>> 24) / 255f);
    }

    private static float onWhite(float brightness, float alpha) {
        return brightness * alpha + 255 * (1 - alpha);
    }
}
