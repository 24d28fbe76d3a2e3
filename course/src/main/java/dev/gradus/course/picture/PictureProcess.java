package dev.gradus.course.picture;

import dev.gradus.course.compile.ModulePath;
import dev.gradus.course.process.Offspring;
import dev.gradus.course.run.Limits;
import dev.gradus.io.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// The Java that computes what a picture shows, seen from the one that asks.
final class PictureProcess implements AutoCloseable {
    /// How long Java may take to start beside the time of a question.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String GONE = "";
    private static final int MOST_BYTES = 4 * PictureHost.MOST_CHARACTERS;
    private static final long FAREWELL_SECONDS = 5;

    private final Process process;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(4);

    PictureProcess(Limits limits, Path classes) throws IOException {
        process =
                Offspring.of(
                                PictureChild.class,
                                limits.megabytes(),
                                ModulePath.ofProcess(),
                                classes,
                                List.of(
                                        String.valueOf(limits.time().toMillis()),
                                        String.valueOf(limits.threads())))
                        .redirectError(Redirect.DISCARD)
                        .directory(classes.toFile())
                        .start();
        // no virtual thread: waiting for a process would take one of the few threads that carry
        // those
        Thread.ofPlatform().daemon().name("gradus-picture-answers").start(this::read);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /// Returns what is said to a question, or nothing if that takes too long or Java has ended.
    Optional<Map<String, Object>> ask(
            long id, String question, Map<String, ?> inputs, Duration time)
            throws InterruptedException {
        var line = Json.line(Map.of("id", id, "question", question, "inputs", inputs)) + "\n";
        try {
            process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException _) {
            // it has ended
            return Optional.empty();
        }
        var patience = time.plus(PATIENCE).toMillis();
        while (true) {
            var said = lines.poll(patience, TimeUnit.MILLISECONDS);
            if (said == null) {
                return Optional.empty();
            }
            if (said.equals(GONE)) {
                process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS);
                return Optional.empty();
            }
            var words = Json.read(said);
            if (Long.valueOf(id).equals(words.get("id"))) {
                return Optional.of(words);
            }
        }
    }

    private void read() {
        try (var in = new BufferedInputStream(process.getInputStream())) {
            for (var line = line(in); line.isPresent(); line = line(in)) {
                lines.put(line.get());
            }
            lines.put(GONE);
        } catch (IOException _) {
            // as good as the end
            var unused = lines.offer(GONE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next line that is no longer than an answer may be.
    private static Optional<String> line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && bytes.size() < MOST_BYTES; next = in.read()) {
            if (next == '\n') {
                return Optional.of(bytes.toString(StandardCharsets.UTF_8));
            }
            bytes.write(next);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        Offspring.end(process);
    }
}
