package dev.gradus.studio.lesson;

import dev.gradus.course.Lesson;
import dev.gradus.course.picture.PictureException;
import dev.gradus.course.picture.PictureHost;
import dev.gradus.io.Json;
import dev.gradus.studio.server.Wire;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Answers what a lesson's picture asks, on a thread of its own.
final class PictureDesk implements AutoCloseable {
    private static final int MOST_QUESTIONS = 64;

    private sealed interface Work {
        record Use(Optional<String> program) implements Work {}

        record Answer(Request.Ask ask) implements Work {}
    }

    private final Wire wire;
    private final Lesson lesson;
    private final BlockingQueue<Work> work = new LinkedBlockingQueue<>(MOST_QUESTIONS);
    private final Thread thread;
    private Optional<String> program = Optional.empty();
    private volatile @Nullable PictureHost host;

    /// @param program the learner's program, if the picture runs it
    PictureDesk(Wire wire, Lesson lesson, Optional<String> program) {
        this.wire = wire;
        this.lesson = lesson;
        this.program = program;
        thread = Thread.ofPlatform().daemon().name("gradus-picture").start(this::work);
    }

    void ask(Request.Ask ask) {
        if (!work.offer(new Work.Answer(ask))) {
            throw new IllegalArgumentException("more was asked for than can be answered");
        }
    }

    /// Lets the picture run this program, or the solution.
    void use(Optional<String> other) {
        if (!work.offer(new Work.Use(other))) {
            throw new IllegalArgumentException("more was asked for than can be answered");
        }
    }

    private void work() {
        try {
            while (true) {
                switch (work.take()) {
                    case Work.Use(var other) -> change(other);
                    case Work.Answer(var ask) -> answer(ask);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void change(Optional<String> other) {
        if (!other.equals(program)) {
            program = other;
            end();
        }
        wire.tell(Json.line(Map.of("is", "swapped", "on", program.isPresent())));
    }

    private void answer(Request.Ask ask) throws InterruptedException {
        var words = new LinkedHashMap<String, @Nullable Object>();
        words.put("is", "answer");
        words.put("id", ask.id());
        try {
            words.put("answer", host().ask(ask.question(), ask.inputs()));
        } catch (PictureException | IllegalStateException e) {
            words.put("failed", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            words.put("failed", "Java could not be started: " + e.getMessage());
        }
        wire.tell(Json.line(words));
    }

    private PictureHost host() throws IOException, PictureException {
        var present = host;
        if (present == null) {
            present = PictureHost.start(lesson, program);
            host = present;
        }
        return present;
    }

    private void end() {
        var present = host;
        host = null;
        if (present != null) {
            present.close();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        var present = host;
        if (present != null) {
            present.close();
        }
    }
}
