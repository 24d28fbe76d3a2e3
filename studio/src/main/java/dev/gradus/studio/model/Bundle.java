package dev.gradus.studio.model;

import dev.gradus.io.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words and numbers in one message: how long the words are, the words as JSON, then 32-bit floats,
/// little-endian. The words say in `arrays` which numbers are what.
final class Bundle {
    private final Map<String, Object> words = new LinkedHashMap<>();
    private final List<Object> arrays = new ArrayList<>();
    private final ByteArrayOutputStream numbers = new ByteArrayOutputStream();

    Bundle(String is) {
        words.put("is", is);
    }

    Bundle say(String name, Object value) {
        words.put(name, value);
        return this;
    }

    /// Adds numbers under a name; NaN and infinities arrive as such.
    Bundle add(String name, float... values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        arrays.add(List.of(name, numbers.size() / Float.BYTES, values.length));
        numbers.writeBytes(bytes.array());
        return this;
    }

    Bundle add(String name, double... values) {
        var floats = new float[values.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return add(name, floats);
    }

    byte[] bytes() {
        words.put("arrays", arrays);
        var text = Json.line(words).getBytes(StandardCharsets.UTF_8);
        // floats begin at a multiple of 4
        var padded = Math.ceilDiv(text.length, Float.BYTES) * Float.BYTES;
        var all =
                ByteBuffer.allocate(Float.BYTES + padded + numbers.size())
                        .order(ByteOrder.LITTLE_ENDIAN);
        all.putInt(text.length).put(text).position(Float.BYTES + padded);
        all.put(numbers.toByteArray());
        return all.array();
    }
}
