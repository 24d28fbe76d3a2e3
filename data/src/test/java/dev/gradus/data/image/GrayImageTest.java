package dev.gradus.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrayImageTest {
    private static GrayImage image(int width, float... values) {
        return GrayImage.of(width, values.length / width, values);
    }

    private static GrayImage uniform(int width, int height, float value) {
        var values = new float[width * height];
        Arrays.fill(values, value);
        return GrayImage.of(width, height, values);
    }

    @Test
    void scalingDownAveragesTheAreaOfEachPixel() {
        var small = image(4, 0, 2, 10, 20, 4, 6, 30, 40).scaled(2, 1);
        assertThat(small.values()).containsExactly(3, 25);
    }

    @Test
    void scalingByAFractionWeighsPixelsByTheirOverlap() {
        assertThat(image(3, 0, 30, 90).scaled(2, 1).values()).containsExactly(10, 70);
    }

    @Test
    void scalingUpRepeatsPixels() {
        assertThat(image(2, 1, 2).scaled(4, 2).values()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
    }

    @Test
    void scalingKeepsTheAverageBrightness() {
        var values = new float[37 * 53];
        for (var i = 0; i < values.length; i++) {
            values[i] = i * 7919 % 256;
        }
        var scaled = GrayImage.of(37, 53, values).scaled(28, 28).values();
        var before = 0.0;
        for (var value : values) {
            before += value / values.length;
        }
        var after = 0.0;
        for (var value : scaled) {
            after += value / scaled.length;
        }
        assertThat(after).isCloseTo(before, within(1e-3));
    }

    @Test
    void fittingKeepsProportionsAndCentresOnTheBordersBrightness() {
        var wide = uniform(4, 2, 9);
        var fitted = image(4, 9, 9, 9, 9, 9, 9, 9, 9).fitted(2, 3);
        assertThat(fitted.values()).containsExactly(9, 9, 9, 9, 9, 9);
        assertThat(wide.fitted(8, 8).values()).containsOnly(9);
        var dot = image(3, 0, 0, 0, 0, 90, 0, 0, 0, 0, 0, 90, 0, 0, 0, 0, 0, 0, 0);
        var square = dot.fitted(6, 6);
        assertThat(square.height()).isEqualTo(6);
        assertThat(square.at(2, 1)).isEqualTo(90);
        assertThat(square.at(0, 1)).isZero();
    }

    @Test
    void fittedPictureStandsInTheMiddle() {
        var fitted = image(1, 8, 8).fitted(4, 2);
        assertThat(fitted.values()).containsOnly(8);
        var tall = GrayImage.of(3, 6, frame(3, 6));
        var inSquare = tall.fitted(6, 6);
        assertThat(inSquare.at(2, 2)).isEqualTo(100);
        assertThat(inSquare.at(0, 2)).isZero();
        assertThat(inSquare.at(5, 2)).isZero();
    }

    /// Black border, 100 inside.
    private static float[] frame(int width, int height) {
        var values = new float[width * height];
        for (var y = 1; y < height - 1; y++) {
            for (var x = 1; x < width - 1; x++) {
                values[y * width + x] = 100;
            }
        }
        return values;
    }

    @Test
    void aBrightBackgroundIsInverted() {
        var bright = image(3, 255, 255, 255, 255, 10, 255, 255, 255, 255);
        assertThat(bright.onBlack().values()).containsExactly(0, 0, 0, 0, 245, 0, 0, 0, 0);
        var dark = image(3, 0, 0, 0, 0, 245, 0, 0, 0, 0);
        assertThat(dark.onBlack()).isSameAs(dark);
    }

    @Test
    void borderBrightnessCountsEveryBorderPixelOnce() {
        assertThat(image(3, 1, 1, 1, 1, 99, 1, 1, 1, 9).borderBrightness()).isEqualTo(2);
        assertThat(image(1, 1, 2, 6).borderBrightness()).isEqualTo(3);
        assertThat(image(2, 1, 5).borderBrightness()).isEqualTo(3);
    }

    @Test
    void trimmingCutsOffTheMarginAndNothingElse() {
        var trimmed = GrayImage.of(5, 4, frame(5, 4)).trimmed(10);
        assertThat(trimmed.width()).isEqualTo(3);
        assertThat(trimmed.height()).isEqualTo(2);
        assertThat(trimmed.values()).containsOnly(100);
        var blank = uniform(5, 5, 3);
        assertThat(blank.trimmed(10)).isSameAs(blank);
    }

    @Test
    void refusesValuesThatDoNotFit() {
        assertThatThrownBy(() -> GrayImage.of(2, 2, new float[3]))
                .hasMessage("a picture of 2 x 2 pixels cannot be made of 3 values");
        assertThatThrownBy(() -> GrayImage.of(0, 2, new float[0]))
                .hasMessageContaining("0 x 2 pixels");
    }
}
