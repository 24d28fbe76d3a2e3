package dev.gradus.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
    @TempDir private Path folder;

    private Path write(BufferedImage image, String format) throws IOException {
        var file = folder.resolve("picture." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("picture.png"), content);
    }

    private static BufferedImage filled(int type, int width, int height, Color colour) {
        var image = new BufferedImage(width, height, type);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return image;
    }

    @Test
    void readsGrayPicturesExactlyAsStored() throws IOException {
        var image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (var x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }
        var read = Images.read(write(image, "png"));
        for (var x = 0; x < 256; x++) {
            assertThat(read.at(x, 0)).isEqualTo(x);
        }
    }

    @Test
    void readsSixteenBitGray() throws IOException {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 65_535);
        image.getRaster().setSample(1, 0, 0, 257 * 100);
        assertThat(Images.read(write(image, "png")).values()).containsExactly(255, 100);
    }

    @Test
    void weighsColoursAsTheEyeDoes() throws IOException {
        var image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Color.RED.getRGB());
        image.setRGB(1, 0, Color.GREEN.getRGB());
        image.setRGB(2, 0, Color.BLUE.getRGB());
        image.setRGB(3, 0, Color.WHITE.getRGB());
        assertThat(Images.read(write(image, "png")).values())
                .containsExactly(76.245f, 149.685f, 29.07f, 255);
    }

    @Test
    void showsWhiteThroughWhatIsTransparent() throws IOException {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, Color.BLACK.getRGB());
        assertThat(Images.read(write(image, "png")).values()).containsExactly(255, 0);
    }

    @Test
    void readsJpeg() throws IOException {
        var image = filled(BufferedImage.TYPE_INT_RGB, 40, 20, new Color(100, 100, 100));
        var read = Images.read(write(image, "jpg"));
        assertThat(read.width()).isEqualTo(40);
        assertThat(read.at(20, 10)).isCloseTo(100, within(2f));
    }

    @Test
    void invertsTrimsAndFitsAPhotographForTheModel() throws IOException {
        var photo = filled(BufferedImage.TYPE_INT_RGB, 300, 200, Color.WHITE);
        for (var y = 50; y < 150; y++) {
            for (var x = 120; x < 170; x++) {
                photo.setRGB(x, y, Color.BLACK.getRGB());
            }
        }
        var fitted = Images.readFitted(write(photo, "png"), 28, 28);
        assertThat(fitted.values()).hasSize(28 * 28);
        // the black thing is 50 x 100: it fills the height and half the width, bright on black
        assertThat(fitted.at(14, 0)).isEqualTo(255);
        assertThat(fitted.at(7, 27)).isEqualTo(255);
        assertThat(fitted.at(20, 14)).isEqualTo(255);
        assertThat(fitted.at(6, 14)).isEqualTo(255);
        assertThat(fitted.at(21, 14)).isEqualTo(255);
    }

    @Test
    void leavesAPictureOfTheRightSizeAndBackgroundAsItIs() throws IOException {
        var image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(5, 6, 0, 77);
        var expected = new float[28 * 28];
        expected[6 * 28 + 5] = 77;
        assertThat(Images.readFitted(write(image, "png"), 28, 28).values()).isEqualTo(expected);
    }

    @Test
    void refusesFilesThatAreNoImages() throws IOException {
        assertThatThrownBy(() -> Images.read(write("a text".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("picture.png cannot be read as an image: it is no image");
        assertThatThrownBy(() -> Images.read(write(new byte[0])))
                .isInstanceOf(UnreadableImageException.class);
        var gif = filled(BufferedImage.TYPE_BYTE_GRAY, 2, 2, Color.WHITE);
        assertThatThrownBy(() -> Images.read(write(gif, "gif")))
                .hasMessageContaining("it is a gif; PNG and JPEG files are read");
    }

    @Test
    void refusesDamagedFilesWhereverTheyAreDamaged() throws IOException {
        var image = filled(BufferedImage.TYPE_INT_RGB, 60, 60, Color.GRAY);
        var random = new Random(1);
        for (var format : new String[] {"png", "jpg"}) {
            var whole = Files.readAllBytes(write(image, format));
            for (var round = 0; round < 300; round++) {
                var damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
                for (var i = 0; i < 3 && damaged.length > 0; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    // a decoder may make something of a file that is merely cut short
                    assertThat(Images.read(write(damaged)).width()).isPositive();
                } catch (UnreadableImageException e) {
                    assertThat(e).hasMessageContaining("picture.png cannot be read as an image");
                }
            }
        }
    }

    @Test
    void refusesTooManyPixelsBeforeDecodingThem() throws IOException {
        assertThatThrownBy(() -> Images.read(write(pngClaiming(100_000, 100_000))))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("it has 100000 x 100000 pixels");
    }

    /// A PNG whose header claims a size and which ends after it.
    private static byte[] pngClaiming(int width, int height) throws IOException {
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        var checksum = new CRC32();
        checksum.update(header.array());
        var file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13});
        file.write(header.array());
        file.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        return file.toByteArray();
    }

    @Test
    void refusesFilesThatAreTooLong() throws IOException {
        var file = folder.resolve("long.png");
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), Images.MOST_BYTES);
        }
        assertThatThrownBy(() -> Images.read(file))
                .hasMessageContaining("at most 50000000 are read");
    }
}
