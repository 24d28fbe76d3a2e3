package dev.gradus.studio.path;

import dev.gradus.course.work.Classroom;
import dev.gradus.io.Json;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Wire;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// The path's side of an open page: it tells where the learner is, whenever it is asked.
public final class PathPage implements Conversation {
    private final Wire wire;
    private final Classroom classroom;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;

    /// Begins a conversation with the page at the other end of `wire`.
    public PathPage(Wire wire, Classroom classroom) {
        this.wire = wire;
        this.classroom = classroom;
        this.thread = Thread.ofPlatform().daemon().name("gradus-path").start(this::work);
    }

    @Override
    public void said(String text) {
        if (!text.equals("look")) {
            throw new IllegalArgumentException("a path can only be looked at");
        }
        asked.release();
    }

    @Override
    public void end() {
        thread.interrupt();
    }

    private void work() {
        try {
            while (true) {
                asked.acquire();
                asked.drainPermits();
                look();
            }
        } catch (InterruptedException _) {
            // the page has gone
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            wire.tell(Json.line(PathData.of(classroom)));
        } catch (IOException e) {
            wire.tell(Json.line(Map.of("is", "trouble", "why", String.valueOf(e.getMessage()))));
        }
    }
}
