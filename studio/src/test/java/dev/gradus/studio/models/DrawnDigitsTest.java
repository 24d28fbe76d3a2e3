package dev.gradus.studio.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {
    @Test
    void theSameSeedGivesTheSamePictures() {
        var digits = new DrawnDigits(50, 3).dataset();
        assertThat(new DrawnDigits(50, 3).dataset().hash()).isEqualTo(digits.hash());
        assertThat(new DrawnDigits(50, 4).dataset().hash()).isNotEqualTo(digits.hash());
        // the same bits on every machine
        assertThat(digits.hash())
                .isEqualTo("032447a624708cf390e7544046ccec58ca71b55cb2d1e1ad418e3c627bc11e3a");
        assertThat(digits.classCounts()).containsOnly(5);
    }

    @Test
    void digitsAreBrightOnBlackAndInTheMiddle() {
        var random = new SplittableRandom(1);
        for (var i = 0; i < 200; i++) {
            var picture = DrawnDigits.draw(i % 10, random.split());
            assertThat(picture.borderBrightness()).isLessThan(10);
            var sum = 0.0;
            var x = 0.0;
            var y = 0.0;
            for (var j = 0; j < 784; j++) {
                var bright = picture.values()[j];
                sum += bright;
                x += bright * (j % 28 + 0.5);
                y += bright * (j / 28 + 0.5);
            }
            assertThat(sum / 784).as("picture %d", i).isBetween(4.0, 120.0);
            assertThat(x / sum).isBetween(13.4, 14.6);
            assertThat(y / sum).isBetween(13.4, 14.6);
        }
    }

    @Test
    void noTwoPicturesAreTheSame() {
        var digits = new DrawnDigits(500, 1).dataset();
        var seen = new HashSet<String>();
        for (var i = 0; i < digits.size(); i++) {
            seen.add(Arrays.toString(digits.features(i)));
        }
        assertThat(seen.size()).isEqualTo(500);
    }
}
