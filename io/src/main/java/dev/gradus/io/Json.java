package dev.gradus.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Writes plain values as JSON (RFC 8259) and reads them back.
///
/// Written are text, numbers, truth values, `null`, maps with text as keys, lists and arrays, and
/// beside these records (their components, in order), enums (their names), optionals, paths and
/// instants. Numbers that JSON does not know, infinity and not-a-number, become `null`. Read are
/// maps, lists, `String`, `Boolean`, `Long`, `Double` and `null`.
public final class Json {
    private Json() {}

    /// Returns `value` as JSON, indented by two spaces.
    ///
    /// @throws JsonException if it holds something that cannot be written
    public static String write(Object value) {
        return JsonWriter.write(value);
    }

    /// Returns `value` as JSON in one line, for files to which line after line is appended.
    ///
    /// @throws JsonException if it holds something that cannot be written
    public static String line(Object value) {
        return JsonWriter.writeCompact(value);
    }

    /// Writes `value` as a file, wholly or not at all.
    ///
    /// @throws JsonException if it holds something that cannot be written
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(Path file, Object value) {
        var bytes = (write(value) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Returns the object that `text` holds.
    ///
    /// @throws JsonException if it is no JSON, no object, names a key twice, is nested deeper than
    ///     64 levels or has something after its end
    public static Map<String, Object> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Returns the object that these bytes of UTF-8 hold.
    ///
    /// @throws JsonException as [#read(String)] does
    public static Map<String, Object> read(byte[] utf8) {
        return JsonReader.read(utf8);
    }
}
