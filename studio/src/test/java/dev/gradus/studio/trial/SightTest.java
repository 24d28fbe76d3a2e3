package dev.gradus.studio.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.data.image.GrayImage;
import dev.gradus.studio.models.Subject;
import dev.gradus.studio.server.Request;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SightTest {
    /// A dark square of 10 pixels in a corner of white paper.
    private static GrayImage paper() {
        var values = new float[80 * 60];
        Arrays.fill(values, 255);
        for (var y = 5; y < 15; y++) {
            Arrays.fill(values, y * 80 + 60, y * 80 + 70, 0);
        }
        return GrayImage.of(80, 60, values);
    }

    @Test
    void aDigitIsTurnedBrightAndPutIntoTheMiddle() {
        var seen = Sight.of(paper(), Subject.DIGITS, true, true).seen();
        for (var i = 0; i < 784; i++) {
            var inside = i % 28 >= 4 && i % 28 < 24 && i / 28 >= 4 && i / 28 < 24;
            assertThat(seen.values()[i]).as("pixel %d", i).isEqualTo(inside ? 255 : 0);
        }
    }

    @Test
    void aGarmentFillsThePicture() {
        var seen = Sight.of(paper(), Subject.GARMENTS, true, true).seen();
        assertThat(seen.values()).containsOnly(255);
    }

    @Test
    void besideATallGarmentItIsAsDarkAsAroundIt() {
        var values = new float[40 * 40];
        for (var y = 10; y < 30; y++) {
            Arrays.fill(values, y * 40 + 15, y * 40 + 25, 200);
        }
        var seen = Sight.of(GrayImage.of(40, 40, values), Subject.GARMENTS, true, true).seen();
        assertThat(seen.at(2, 14)).isZero();
        assertThat(seen.at(25, 14)).isZero();
        assertThat(seen.at(14, 0)).isEqualTo(200);
    }

    @Test
    void stepsCanBeLeftOut() {
        var raw = Sight.of(paper(), Subject.DIGITS, false, false);
        assertThat(raw.seen().borderBrightness()).isEqualTo(255);
        assertThat(raw.steps())
                .extracting(Sight.Step::name)
                .containsExactly("came", "turned", "seen");
        assertThat(Sight.of(paper(), Subject.DIGITS, true, false).seen().at(0, 0)).isZero();
    }

    @Test
    void anEmptySheetIsNothing() {
        var values = new float[100];
        Arrays.fill(values, 250);
        assertThat(Sight.of(GrayImage.of(10, 10, values), Subject.DIGITS, true, true).isEmpty())
                .isTrue();
        assertThat(Sight.of(paper(), Subject.DIGITS, true, true).isEmpty()).isFalse();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        for (var said :
                new String[] {
                    "{\"width\": 85, \"height\": 10, \"pixels\": \"\"}",
                    "{\"width\": 0, \"height\": 10, \"pixels\": \"\"}",
                    "{\"width\": -1, \"height\": 10, \"pixels\": \"\"}",
                    "{\"width\": 2, \"height\": 2, \"pixels\": \"AAA=\"}",
                    "{\"width\": 2, \"height\": 2, \"pixels\": \"no base 64!\"}",
                    "{\"width\": 2, \"height\": 2, \"pixels\": 5}"
                }) {
            var request =
                    Request.of(
                            "{\"do\": \"look\", \"invert\": true, \"centre\": true, "
                                    + said.substring(1));
            assertThatIllegalArgumentException()
                    .as(said)
                    .isThrownBy(() -> Sight.of(request, Subject.DIGITS));
        }
        var whole = Base64.getEncoder().encodeToString(new byte[] {0, (byte) 255, 0, 0});
        var request =
                Request.of(
                        "{\"do\": \"look\", \"invert\": true, \"centre\": true, \"width\": 2, \"height\": 2, \"pixels\": \"%s\"}"
                                .formatted(whole));
        assertThat(Sight.of(request, Subject.GARMENTS).steps()).hasSize(3);
    }
}
