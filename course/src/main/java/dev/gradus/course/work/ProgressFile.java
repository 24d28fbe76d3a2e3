package dev.gradus.course.work;

import dev.gradus.course.check.Verdict;
import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Keeps a learner's progress in a file that is written wholly or not at all, whatever ends the program.
final class ProgressFile {
    private final Path folder;
    private final Path file;
    private final Path lock;

    ProgressFile(Path folder) {
        this.folder = folder;
        file = folder.resolve("progress.json");
        lock = folder.resolve(".progress.lock");
    }

    Progress read() throws IOException {
        if (!Files.exists(file)) {
            return Progress.NONE;
        }
        try {
            return progress(Json.read(Files.readAllBytes(file)));
        } catch (JsonException | IllegalArgumentException | DateTimeParseException _) {
            // somebody has edited it: it is kept for them, and the lessons go on
            Files.move(
                    file,
                    file.resolveSibling("progress.unreadable.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            return Progress.NONE;
        }
    }

    /// Changes the progress; of two programs that do, one waits for the other.
    Progress change(UnaryOperator<Progress> change) throws IOException {
        Files.createDirectories(folder);
        // the lock on the file keeps programs apart, this one the threads of a program
        synchronized (ProgressFile.class) {
            return changeAlone(change);
        }
    }

    private Progress changeAlone(UnaryOperator<Progress> change) throws IOException {
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var changed = change.apply(read());
            Json.write(file, map(changed));
            return changed;
        }
    }

    private static Map<String, Object> map(Progress progress) {
        var lessons = new LinkedHashMap<String, Object>();
        progress.lessons().forEach((number, lesson) -> lessons.put(number, lesson));
        var map = new LinkedHashMap<String, Object>();
        map.put("version", 1);
        map.put("latest", progress.latest());
        map.put("lessons", lessons);
        return map;
    }

    private static Progress progress(Map<String, Object> map) {
        var lessons = new LinkedHashMap<String, LessonProgress>();
        if (map.get("lessons") instanceof Map<?, ?> all) {
            all.forEach((number, lesson) -> {
                if (lesson instanceof Map<?, ?> facts) {
                    lessons.put(String.valueOf(number), lesson(facts));
                }
            });
        }
        return new Progress(lessons, map.get("latest") instanceof String latest ? latest : "");
    }

    private static LessonProgress lesson(Map<?, ?> facts) {
        return new LessonProgress(
                number(facts, "checks"),
                number(facts, "hints"),
                text(facts, "verdict").map(Verdict::valueOf),
                text(facts, "passed").map(Instant::parse),
                Boolean.TRUE.equals(facts.get("isSolutionShown")));
    }

    private static int number(Map<?, ?> facts, String key) {
        return facts.get(key) instanceof Long number ? Math.toIntExact(number) : 0;
    }

    private static Optional<String> text(Map<?, ?> facts, String key) {
        return facts.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
