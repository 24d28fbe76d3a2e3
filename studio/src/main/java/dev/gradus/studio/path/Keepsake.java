package dev.gradus.studio.path;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A small picture of what a learner's own program has drawn, to stand on the path.
///
/// It is kept as a note of its lesson, and so carried with all other work. What is read from there counts as coming
/// from anywhere: it is so many pixels or nothing.
public final class Keepsake {
    /// How many pixels are on a side.
    public static final int SIDE = 72;

    private static final int BYTES = 3 * SIDE * SIDE;

    /// What it is called among the notes of a lesson.
    private static final String NOTE = "made";

    /// A note may have 10,000 characters.
    private static final int LONGEST = 10_000;

    private static final int FINEST = 8;
    private static final int COARSEST = 3;

    private final byte[] pixels;

    private Keepsake(byte[] pixels) {
        this.pixels = pixels;
    }

    /// Reads what a page sends: red, green and blue of each pixel as bytes in base 64.
    ///
    /// @throws IllegalArgumentException if it is anything else
    public static Keepsake of(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "a picture of %d bytes was sent: give %d, red, green and blue of %d × %d pixels"
                            .formatted(bytes.length, BYTES, SIDE, SIDE));
        }
        return new Keepsake(bytes);
    }

    /// Returns the picture that the notes of a lesson hold, if they hold one.
    static Optional<Keepsake> among(Map<String, String> notes) {
        var note = notes.getOrDefault(NOTE, "");
        if (note.isEmpty() || note.length() > LONGEST) {
            return Optional.empty();
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(Base64.getDecoder().decode(note));
            var bytes = new byte[BYTES + 1];
            return inflater.inflate(bytes) == BYTES && inflater.finished()
                    ? Optional.of(new Keepsake(Arrays.copyOf(bytes, BYTES)))
                    : Optional.empty();
        } catch (DataFormatException | IllegalArgumentException _) {
            // somebody else wrote it
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /// Returns what it is called among the notes of a lesson.
    public static String note() {
        return NOTE;
    }

    /// Returns it as the text of a note: its bytes compressed, in base 64. Where that would be too long for one,
    /// its colours become fewer.
    public String text() {
        var text = text(FINEST);
        for (var bits = FINEST - 1; text.length() > LONGEST && bits >= COARSEST; bits--) {
            text = text(bits);
        }
        return text;
    }

    private String text(int bits) {
        var fewer = new byte[BYTES];
        var most = (1 << bits) - 1;
        for (var i = 0; i < BYTES; i++) {
            fewer[i] = (byte) (Math.round((pixels[i] & 0xFF) * most / 255f) * 255 / most);
        }
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(fewer);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } finally {
            deflater.end();
        }
    }
}
