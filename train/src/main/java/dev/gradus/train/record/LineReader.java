package dev.gradus.train.record;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/// Reads lines of JSON as they are appended to a file, from where the last reading ended.
///
/// A line that is not ended yet is left for the next time. One that is no JSON, or longer than a
/// million characters, is passed by: a process was killed while it wrote it, or somebody else did.
final class LineReader {
    static final int LONGEST_LINE = 1 << 20;

    /// A run as this package writes it stays below a tenth of that.
    static final long MOST_BYTES = 1L << 29;

    /// A line as long as that is not even looked for the end of.
    private static final long HOPELESS = 1L << 24;

    private static final int PIECE = 1 << 18;

    private final Path file;
    private long position;
    private byte[] begun = new byte[0];
    private boolean tooLong;
    private long passed;

    LineReader(Path file) {
        this.file = file;
    }

    /// Passes by everything that is there now.
    void skip() {
        try {
            position = Files.size(file);
        } catch (IOException _) {
            // there is nothing yet
            position = 0;
        }
    }

    /// Hands each new line to `line`.
    void read(Consumer<Map<String, Object>> line) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var end = Math.min(in.length(), MOST_BYTES);
            in.seek(Math.min(position, end));
            var piece = new byte[PIECE];
            while (position < end) {
                var read = in.read(piece, 0, (int) Math.min(PIECE, end - position));
                if (read < 0) {
                    return;
                }
                position += read;
                split(piece, read, line);
                if (passed > HOPELESS) {
                    position = end;
                }
            }
        } catch (IOException _) {
            // deleted or locked for the moment: what could be read has been handed on
            return;
        }
    }

    private void split(byte[] piece, int length, Consumer<Map<String, Object>> line) {
        var start = 0;
        for (var i = 0; i < length; i++) {
            if (piece[i] == '\n') {
                add(piece, start, i);
                end(line);
                start = i + 1;
            }
        }
        add(piece, start, length);
    }

    private void add(byte[] piece, int from, int to) {
        if (tooLong || begun.length + to - from > LONGEST_LINE) {
            tooLong = true;
            passed += to - from;
            begun = new byte[0];
            return;
        }
        var before = begun.length;
        begun = Arrays.copyOf(begun, before + to - from);
        System.arraycopy(piece, from, begun, before, to - from);
    }

    private void end(Consumer<Map<String, Object>> line) {
        var bytes = begun;
        var whole = !tooLong && bytes.length > 0;
        begun = new byte[0];
        tooLong = false;
        passed = 0;
        if (!whole) {
            return;
        }
        Map<String, Object> json;
        try {
            json = Json.read(bytes);
        } catch (JsonException _) {
            return;
        }
        line.accept(json);
    }
}
