package dev.gradus.train.record;

import dev.gradus.io.Json;
import dev.gradus.io.Limits;
import dev.gradus.io.ModelFileException;
import dev.gradus.io.Safetensors;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A moment of a run to which one can go back: one file of [Safetensors] with everything that
/// training needs to go on.
///
/// @param file the file
/// @param step after how many steps it was taken
/// @param bytes how long the file is
public record RunCheckpoint(Path file, long step, long bytes) {
    /// A text in a file of weights may be a million characters long; notes of many epochs are longer.
    private static final int PIECE = 500_000;

    private static final String NOTES = "notes";

    /// What a checkpoint holds.
    ///
    /// @param tensors weights, and what an optimizer remembers, by name
    /// @param notes all else, as text, numbers, lists and maps
    public record Content(Map<String, Tensor> tensors, Map<String, Object> notes) {
        /// Copies the maps, and of parameters the numbers they have now.
        public Content {
            var copies = new LinkedHashMap<String, Tensor>();
            tensors.forEach((name, tensor) -> copies.put(name, copy(tensor)));
            tensors = Collections.unmodifiableMap(copies);
            notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        }

        /// Returns how many bytes the numbers take.
        long bytes() {
            return tensors.values().stream()
                    .mapToLong(tensor -> tensor.count() * tensor.type().bytes())
                    .sum();
        }

        private static Tensor copy(Tensor tensor) {
            return tensor instanceof Parameter parameter
                    ? Tensor.of(parameter.buffer().copy(), parameter.shape())
                    : tensor;
        }
    }

    /// Reads it.
    ///
    /// @throws ModelFileException if it is missing, damaged, too large or something else
    public Content read() {
        var saved = Safetensors.read(file, Limits.USUAL);
        var text = new StringBuilder();
        for (var i = 0; saved.metadata().get(NOTES + i) instanceof String piece; i++) {
            text.append(piece);
        }
        try {
            return new Content(saved.tensors(), Json.read(text.toString()));
        } catch (dev.gradus.io.JsonException e) {
            throw new IllegalArgumentException(
                    "%s is no checkpoint of a run: %s".formatted(file, e.getMessage()), e);
        }
    }

    static void write(Path file, Content content) {
        var text = Json.line(content.notes());
        var pieces = new LinkedHashMap<String, String>();
        for (var from = 0; from < text.length(); from += PIECE) {
            pieces.put(
                    NOTES + pieces.size(),
                    text.substring(from, Math.min(text.length(), from + PIECE)));
        }
        Safetensors.write(file, content.tensors(), pieces);
    }
}
