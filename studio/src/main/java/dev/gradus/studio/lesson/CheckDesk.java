package dev.gradus.studio.lesson;

import dev.gradus.course.Lesson;
import dev.gradus.course.run.Report;
import dev.gradus.course.run.Stage;
import dev.gradus.course.work.Classroom;
import dev.gradus.io.Json;
import dev.gradus.studio.server.Wire;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Checks the learner's program on a thread of its own, one check at a time, and tells the page how far it
/// has come.
final class CheckDesk implements AutoCloseable {
    private final Wire wire;
    private final Classroom classroom;
    private final Lesson lesson;
    private final BiConsumer<Report, Stage> done;
    private @Nullable Thread thread;
    private boolean isStale;

    /// @param done takes what came of a check and how far it had come, on the thread that checks
    CheckDesk(Wire wire, Classroom classroom, Lesson lesson, BiConsumer<Report, Stage> done) {
        this.wire = wire;
        this.classroom = classroom;
        this.lesson = lesson;
        this.done = done;
    }

    /// Checks the program that is saved; one that is being checked already is checked to its end first.
    synchronized void start() {
        isStale = true;
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("gradus-check").start(this::work);
        }
    }

    synchronized void stop() {
        isStale = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void work() {
        while (isWanted()) {
            check();
        }
    }

    private synchronized boolean isWanted() {
        if (!isStale) {
            thread = null;
        }
        var wanted = isStale;
        isStale = false;
        return wanted;
    }

    private void check() {
        var last = new AtomicReference<>(Stage.BEGINNING);
        try {
            var report =
                    classroom.check(
                            lesson,
                            stage -> {
                                last.set(stage);
                                tell(stage);
                            });
            done.accept(report, last.get());
        } catch (InterruptedException _) {
            wire.tell(Json.line(Map.of("is", "stopped")));
        } catch (IOException e) {
            wire.tell(Json.line(Map.of("is", "trouble", "why", String.valueOf(e.getMessage()))));
        }
    }

    private void tell(Stage stage) {
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "checking");
        words.put("checks", stage.checks());
        words.put("done", stage.done());
        words.put("running", stage.running().orElse(""));
        wire.tell(Json.line(words));
    }

    @Override
    public void close() {
        stop();
    }
}
