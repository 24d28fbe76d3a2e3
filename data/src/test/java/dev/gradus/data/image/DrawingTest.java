package dev.gradus.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {
    private static final GrayImage STEPS = GrayImage.of(2, 2, new float[] {0, 255, 0, 128});

    @Test
    void plainTextShowsTwoRowsInOneSign() {
        assertThat(
                        TerminalImage.PLAIN.draw(
                                GrayImage.of(3, 2, new float[] {0, 255, 128, 0, 255, 0})))
                .isEqualTo(" @:\n");
    }

    @Test
    void trueColourShowsTheUpperPixelInFrontOfTheLower() {
        assertThat(TerminalImage.TRUE_COLOUR.draw(STEPS))
                .isEqualTo(
                        "\u001b[38;2;0;0;0;48;2;0;0;0m▀\u001b[38;2;255;255;255;48;2;128;128;128m▀\u001b[0m\n");
    }

    @Test
    void paletteUsesBlackWhiteAndTheGrayRamp() {
        assertThat(TerminalImage.PALETTE.draw(STEPS))
                .isEqualTo("\u001b[38;5;16;48;5;16m▀\u001b[38;5;231;48;5;244m▀\u001b[0m\n");
        for (var shade = 0; shade < 256; shade++) {
            var drawn = TerminalImage.PALETTE.draw(GrayImage.of(1, 1, new float[] {shade}));
            var index = Integer.parseInt(drawn.split(";")[2]);
            var shown = index == 16 ? 0 : index == 231 ? 255 : 8 + 10 * (index - 232);
            assertThat(Math.abs(shown - shade)).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void anOddLastRowStandsOnBlack() {
        assertThat(TerminalImage.PLAIN.draw(GrayImage.of(1, 3, new float[] {255, 255, 255})))
                .isEqualTo("@\n=\n");
    }

    @Test
    void picturesStandSideBySideOverTheirCaptions() {
        var white = GrayImage.of(4, 2, new float[] {255, 255, 255, 255, 255, 255, 255, 255});
        var drawn =
                TerminalImage.PLAIN.draw(
                        List.of(
                                Captioned.of(white, "Bag", "ok"),
                                Captioned.of(white, "Sneaker"),
                                Captioned.of(STEPS)));
        assertThat(drawn)
                .isEqualTo(
                        """
                        @@@@  @@@@   *
                        Bag   Sne…
                        ok
                        """);
    }

    @Test
    void captionsOfAPredictionNameTruthThenPredictionAndCertainty() {
        assertThat(Captioned.prediction(STEPS, "Shirt", "Coat", 0.614).caption())
                .containsExactly("Shirt", "→ Coat 61 %");
    }

    @Test
    void contactSheetEnlargesEveryPixelAndKeepsItsShade(@TempDir Path folder) throws IOException {
        var picture = Captioned.of(STEPS, "a caption", "another");
        var file = folder.resolve("sheet.png");
        ContactSheet.of(Collections.nCopies(5, picture), 2).write(file);
        var sheet = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        for (var y = 0; y < 2 * ContactSheet.ZOOM; y++) {
            for (var x = 0; x < 2 * ContactSheet.ZOOM; x++) {
                var expected = (int) STEPS.at(x / ContactSheet.ZOOM, y / ContactSheet.ZOOM);
                assertThat(sheet.getRGB(12 + x, 12 + y) & 0xFF).isEqualTo(expected);
            }
        }
        assertThat(sheet.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        var blank = ImageIO.read(new ByteArrayInputStream(sheetWithout(picture)));
        assertThat(blank.getWidth()).isEqualTo(sheet.getWidth());
        assertThat(blank.getHeight()).isLessThan(sheet.getHeight());
    }

    private static byte[] sheetWithout(Captioned picture) {
        return ContactSheet.of(Collections.nCopies(5, Captioned.of(picture.image())), 2).png();
    }

    @Test
    void contactSheetWritesItsCaptions() throws IOException {
        var written = ContactSheet.of(List.of(Captioned.of(STEPS, "Ankle boot")), 1).png();
        var empty = ContactSheet.of(List.of(Captioned.of(STEPS, "")), 1).png();
        assertThat(darkPixels(written)).isGreaterThan(darkPixels(empty) + 20);
        var long1 = ContactSheet.of(List.of(Captioned.of(STEPS, "W".repeat(500))), 1).png();
        assertThat(ImageIO.read(new ByteArrayInputStream(long1)).getWidth())
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(empty)).getWidth());
    }

    private static int darkPixels(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var count = 0;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void refusesASheetOfNothing() {
        assertThatThrownBy(() -> ContactSheet.of(List.of(), 3)).hasMessageContaining("no sheet");
    }
}
