package dev.gradus.io;

import dev.gradus.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Named tensors in the format `safetensors` of Hugging Face, which holds numbers and no code.
///
/// A file is the length of a header (8 bytes, little-endian), the header as JSON, and the numbers
/// of all tensors without a gap. Reading is strict: every byte belongs to exactly one tensor, and
/// type, shape and length agree.
///
/// Source: https://github.com/huggingface/safetensors
///
/// @param tensors the tensors by name, in the order of their numbers in the file
/// @param metadata notes that came with them
public record Safetensors(LinkedHashMap<String, Tensor> tensors, Map<String, String> metadata) {
    /// Copies the maps.
    public Safetensors {
        tensors = new LinkedHashMap<>(tensors);
        metadata = Map.copyOf(metadata);
    }

    @Override
    public LinkedHashMap<String, Tensor> tensors() {
        return new LinkedHashMap<>(tensors);
    }

    /// Writes tensors and notes as a file, wholly or not at all.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(
            Path file, Map<String, ? extends Tensor> tensors, Map<String, String> metadata) {
        try {
            AtomicFile.write(file, out -> write(out, tensors, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Writes tensors and notes to `out`, in the order of the map, and leaves it open.
    public static void write(
            OutputStream out, Map<String, ? extends Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        var header = SafetensorsHeader.of(tensors, metadata).bytes();
        var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        for (var tensor : tensors.values()) {
            TensorBytes.write(out, tensor.buffer());
        }
    }

    /// Returns what [#write(OutputStream, Map, Map)] writes.
    public static byte[] bytes(
            Map<String, ? extends Tensor> tensors, Map<String, String> metadata) {
        var out = new ByteArrayOutputStream();
        try {
            write(out, tensors, metadata);
        } catch (IOException e) {
            throw new AssertionError("an array takes every byte", e);
        }
        return out.toByteArray();
    }

    /// Reads a file.
    ///
    /// @throws ModelFileException if it is missing, damaged, beyond the limits or something else
    public static Safetensors read(Path file, Limits limits) {
        try {
            var length = Files.size(file);
            if (length > limits.fileBytes()) {
                throw new ModelFileException(
                        "%s is %d bytes long: at most %d are read"
                                .formatted(file, length, limits.fileBytes()));
            }
            return read(Files.readAllBytes(file), limits);
        } catch (NoSuchFileException e) {
            throw new ModelFileException("there is no file " + file.toAbsolutePath(), e);
        } catch (IOException e) {
            throw new ModelFileException(
                    "%s could not be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Reads a file with the usual limits.
    ///
    /// @throws ModelFileException if it is missing, damaged, beyond the limits or something else
    public static Safetensors read(Path file) {
        return read(file, Limits.USUAL);
    }

    /// Reads the bytes of a file.
    ///
    /// @throws ModelFileException if they are damaged, beyond the limits or something else
    public static Safetensors read(byte[] file, Limits limits) {
        var header = SafetensorsHeader.read(file, limits);
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var entry : header.entries()) {
            var numbers = ByteBuffer.wrap(file, header.start() + entry.begin(), entry.length());
            tensors.put(
                    entry.name(),
                    Tensor.of(
                            TensorBytes.read(entry.name(), entry.type(), numbers), entry.shape()));
        }
        return new Safetensors(tensors, header.metadata());
    }
}
