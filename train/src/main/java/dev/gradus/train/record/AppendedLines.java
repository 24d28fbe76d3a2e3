package dev.gradus.train.record;

import dev.gradus.io.Json;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A file to which lines of JSON are appended.
///
/// Lines go to the system many at a time: a process that is killed leaves at most its last line
/// unfinished, and the next one to append begins on a line of its own.
final class AppendedLines {
    private final OutputStream file;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    private AppendedLines(OutputStream file) {
        this.file = file;
    }

    static AppendedLines open(Path path) throws IOException {
        var lines = new AppendedLines(new FileOutputStream(path.toFile(), true));
        if (endsInTheMiddle(path)) {
            lines.waiting.write('\n');
        }
        return lines;
    }

    private static boolean endsInTheMiddle(Path path) throws IOException {
        var length = Files.size(path);
        if (length == 0) {
            return false;
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(length - 1);
            return file.read() != '\n';
        }
    }

    void add(Map<String, Object> line) {
        waiting.writeBytes(Json.line(line).getBytes(StandardCharsets.UTF_8));
        waiting.write('\n');
    }

    void flush() throws IOException {
        if (waiting.size() > 0) {
            waiting.writeTo(file);
            waiting.reset();
        }
    }

    void close() {
        try {
            file.close();
        } catch (IOException _) {
            // every line has been handed to the system before
            return;
        }
    }
}
