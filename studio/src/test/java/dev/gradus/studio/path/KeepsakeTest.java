package dev.gradus.studio.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepsakeTest {
    private static final int BYTES = 3 * Keepsake.SIDE * Keepsake.SIDE;

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Map<String, String> notes(String text) {
        return Map.of(Keepsake.note(), text);
    }

    @Test
    void aDrawingIsKeptToTheLastBit() {
        var pixels = new byte[BYTES];
        for (var i = 0; i < BYTES; i++) {
            pixels[i] = (byte) (i / 3 % Keepsake.SIDE < 30 ? 0xFB : 0x14);
        }
        var text = Keepsake.of(base64(pixels)).text();
        assertThat(text.length()).isLessThan(1000);
        var kept = Keepsake.among(notes(text)).orElseThrow();
        assertThat(kept.text()).isEqualTo(text);
    }

    @Test
    void theBusiestPictureStillFitsIntoANote() {
        var pixels = new byte[BYTES];
        new Random(1).nextBytes(pixels);
        var text = Keepsake.of(base64(pixels)).text();
        assertThat(text.length()).isBetween(1, 10_000);
        assertThat(Keepsake.among(notes(text))).isPresent();
    }

    @Test
    void whatIsNoPictureIsNotTaken() {
        assertThatIllegalArgumentException().isThrownBy(() -> Keepsake.of("no base 64!"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keepsake.of(base64(new byte[BYTES - 1])))
                .withMessageContaining("72 × 72 pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>alert(1)</script>", "AAAA", "eJw="})
    void aNoteThatSomebodyElseWroteIsNoPicture(String text) {
        assertThat(Keepsake.among(notes(text))).isEmpty();
        assertThat(Keepsake.among(Map.of())).isEmpty();
    }

    /// What a small text unpacks to may be large without end.
    @ParameterizedTest
    @ValueSource(ints = {BYTES - 1, BYTES + 1, 5_000_000})
    void aNoteOfAnotherLengthIsNoPicture(int length) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[length]);
        deflater.finish();
        var packed = new byte[10_000];
        var size = deflater.deflate(packed);
        assertThat(deflater.finished()).isTrue();
        deflater.end();
        assertThat(Keepsake.among(notes(base64(java.util.Arrays.copyOf(packed, size))))).isEmpty();
    }
}
