package dev.gradus.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The novel by Jane Austen (1813), some 685,000 characters: a text for the first language model. It
/// comes with Gradus and is in the public domain.
public final class PrideAndPrejudice {
    private PrideAndPrejudice() {}

    /// Returns the text.
    public static Text load() {
        try (var file = PrideAndPrejudice.class.getResourceAsStream("pride-and-prejudice.txt")) {
            if (file == null) {
                throw new IllegalStateException(
                        "pride-and-prejudice.txt is missing beside the classes of dev.gradus.data: was the jar packed anew?");
            }
            return Text.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
