package dev.gradus.io;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a file says about its tensors.
///
/// @param entries the tensors in the order of their numbers
/// @param metadata the notes
/// @param start where the numbers begin in the file
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata, int start) {
    private static final String NOTES = "__metadata__";

    /// One tensor.
    ///
    /// @param begin where its numbers begin, counted from the first tensor's
    /// @param end where they end
    record Entry(String name, DType type, Shape shape, int begin, int end) {
        int length() {
            return end - begin;
        }
    }

    static SafetensorsHeader of(
            Map<String, ? extends Tensor> tensors, Map<String, String> metadata) {
        var entries = new ArrayList<Entry>();
        var begin = 0L;
        for (var named : tensors.entrySet()) {
            var name = named.getKey();
            if (name.equals(NOTES)) {
                throw new IllegalArgumentException(
                        "a tensor cannot be called %s: the format keeps notes there"
                                .formatted(NOTES));
            }
            var tensor = named.getValue();
            var end = begin + (long) tensor.count() * tensor.type().bytes();
            if (end > Limits.USUAL.fileBytes()) {
                throw new IllegalArgumentException(
                        "the tensors up to '%s' take %d bytes: one file holds at most %d, use several"
                                .formatted(name, end, Limits.USUAL.fileBytes()));
            }
            entries.add(new Entry(name, tensor.type(), tensor.shape(), (int) begin, (int) end));
            begin = end;
        }
        return new SafetensorsHeader(entries, metadata, 0);
    }

    /// Returns the header as it is written, filled up with blanks to a multiple of 8 bytes.
    byte[] bytes() {
        var json = new LinkedHashMap<String, Object>();
        if (!metadata.isEmpty()) {
            json.put(NOTES, new TreeMap<>(metadata));
        }
        for (var entry : entries) {
            var description = new LinkedHashMap<String, Object>();
            description.put("dtype", TensorBytes.code(entry.type));
            description.put("shape", entry.shape.toArray());
            description.put("data_offsets", List.of(entry.begin, entry.end));
            json.put(entry.name, description);
        }
        var text = JsonWriter.writeCompact(json).getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(text, Math.ceilDiv(text.length, Long.BYTES) * Long.BYTES);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    static SafetensorsHeader read(byte[] file, Limits limits) {
        if (file.length < Long.BYTES) {
            throw new ModelFileException(
                    "these weights are only %d bytes long: the file is cut off or no safetensors file"
                            .formatted(file.length));
        }
        var length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > limits.headerBytes()) {
            throw new ModelFileException(
                    "the weights claim a header of %s bytes: 2 to %d were expected, so this is no safetensors file or a damaged one"
                            .formatted(Long.toUnsignedString(length), limits.headerBytes()));
        }
        if (length > file.length - Long.BYTES) {
            throw new ModelFileException(
                    "the weights claim a header of %d bytes but only %d follow: the file is cut off"
                            .formatted(length, file.length - Long.BYTES));
        }
        var start = Long.BYTES + (int) length;
        try {
            var json = Json.read(Arrays.copyOfRange(file, Long.BYTES, start));
            return read(json, start, file.length - start, limits);
        } catch (JsonException e) {
            throw new ModelFileException(
                    "the header of the weights is damaged: " + e.getMessage(), e);
        }
    }

    private static SafetensorsHeader read(
            Map<String, Object> json, int start, int available, Limits limits) {
        var metadata = new LinkedHashMap<String, String>();
        var entries = new ArrayList<Entry>();
        if (json.size() > limits.tensors()) {
            throw new ModelFileException(
                    "the weights are %d tensors: at most %d are read"
                            .formatted(json.size(), limits.tensors()));
        }
        json.forEach((name, value) -> {
            var fields = new Fields("tensor '" + name + "'", value);
            if (name.equals(NOTES)) {
                fields.names().forEach(note -> metadata.put(note, fields.text(note)));
            } else {
                entries.add(entry(name, fields, available));
            }
        });
        // empty tensors share their begin with the next one, and go before it
        entries.sort(Comparator.comparingInt(Entry::begin).thenComparingInt(Entry::end));
        checkEveryByteBelongsToOne(entries, available);
        return new SafetensorsHeader(entries, metadata, start);
    }

    private static Entry entry(String name, Fields fields, int available) {
        fields.only("dtype", "shape", "data_offsets");
        var code = fields.text("dtype");
        var type =
                TensorBytes.type(code)
                        .orElseThrow(() ->
                                new ModelFileException(
                                        "tensor '%s' has the type %s: F32, F64, I32, I64, U8 and BOOL are read"
                                                .formatted(name, code)));
        var shape = shape(name, fields.wholeNumbers("shape"));
        var offsets = fields.wholeNumbers("data_offsets");
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > available) {
            throw new ModelFileException(
                    "tensor '%s' claims the bytes %s of %d: the file is cut off or damaged"
                            .formatted(name, Arrays.toString(offsets), available));
        }
        var expected = (long) shape.count() * type.bytes();
        if (offsets[1] - offsets[0] != expected) {
            throw new ModelFileException(
                    "tensor '%s' of shape %s and type %s claims %d bytes: %d were expected"
                            .formatted(name, shape, type, offsets[1] - offsets[0], expected));
        }
        return new Entry(name, type, shape, (int) offsets[0], (int) offsets[1]);
    }

    private static Shape shape(String name, long[] sizes) {
        if (sizes.length > 32 || Arrays.stream(sizes).anyMatch(size -> size > Integer.MAX_VALUE)) {
            throw new ModelFileException(
                    "tensor '%s' claims %d axes of sizes %s: more than a tensor can have"
                            .formatted(
                                    name,
                                    sizes.length,
                                    Arrays.toString(
                                            Arrays.copyOf(sizes, Math.min(8, sizes.length)))));
        }
        try {
            return Shape.of(Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
        } catch (ShapeException e) {
            throw new ModelFileException("tensor '%s': %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void checkEveryByteBelongsToOne(List<Entry> entries, int available) {
        var reached = 0;
        for (var entry : entries) {
            if (entry.begin != reached) {
                throw new ModelFileException(
                        "tensor '%s' begins at byte %d where %d was expected: tensors %s"
                                .formatted(
                                        entry.name,
                                        entry.begin,
                                        reached,
                                        entry.begin < reached ? "overlap" : "leave a gap"));
            }
            reached = entry.end;
        }
        if (reached != available) {
            throw new ModelFileException(
                    "%d bytes follow the last tensor: the file is damaged or holds something else"
                            .formatted(available - reached));
        }
    }
}
