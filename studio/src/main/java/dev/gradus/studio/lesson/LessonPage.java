package dev.gradus.studio.lesson;

import dev.gradus.course.work.Classroom;
import dev.gradus.io.Json;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Wire;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A lesson's side of an open page: a thread that does what the page asks, and looks at the learner's file
/// in between.
public final class LessonPage implements Conversation {
    private static final int MOST_REQUESTS = 128;
    private static final long LOOK_MILLISECONDS = 300;

    private final Wire wire;
    private final Classroom classroom;
    private final BlockingQueue<Request> requests = new ArrayBlockingQueue<>(MOST_REQUESTS);
    private final LessonOffer offer;
    private @Nullable LessonDesk desk;
    private volatile boolean isOver;

    /// Begins a conversation with the page at the other end of `wire`.
    public LessonPage(Wire wire, Classroom classroom) {
        this.wire = wire;
        this.classroom = classroom;
        offer = new LessonOffer(classroom);
        Thread.ofPlatform().daemon().name("gradus-lesson").start(this::work);
    }

    @Override
    public void said(String text) {
        if (!requests.offer(Request.of(text))) {
            throw new IllegalArgumentException("more was asked for than can be done");
        }
    }

    /// What was said is done first: a page that is closed saves what was typed last.
    @Override
    public void end() {
        isOver = true;
    }

    private void work() {
        try {
            while (!isOver || !requests.isEmpty()) {
                turn();
            }
        } catch (InterruptedException _) {
            // nobody does that while the studio runs
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void turn() throws InterruptedException {
        var request = requests.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        try {
            if (request == null) {
                if (desk != null) {
                    desk.look();
                }
            } else if (request instanceof Request.Open open) {
                open(open);
            } else if (request instanceof Request.Part(var text)) {
                offer.add(text);
            } else if (request instanceof Request.Look) {
                wire.tell(Json.line(offer.look()));
            } else if (request instanceof Request.Take) {
                take();
            } else if (desk != null) {
                desk.carryOut(request);
            } else {
                throw new IllegalArgumentException("there is no lesson yet: open one");
            }
        } catch (RuntimeException | IOException e) {
            wire.tell(Json.line(Map.of("is", "trouble", "why", String.valueOf(e.getMessage()))));
        }
    }

    /// The lesson is opened anew: its program, its versions and its answers have changed.
    private void take() throws IOException {
        close();
        var taken = offer.take();
        wire.tell(Json.line(taken));
        open(new Request.Open(String.valueOf(taken.get("lesson")), false));
    }

    private void open(Request.Open open) throws IOException {
        close();
        var lesson =
                open.number().isEmpty()
                        ? classroom
                                .next()
                                .or(() -> classroom.course().lessons().stream().findFirst())
                        : classroom.course().lesson(open.number());
        if (lesson.isEmpty()) {
            wire.tell(Json.line(Map.of("is", "unknown", "number", open.number())));
            return;
        }
        var opened = new LessonDesk(wire, classroom, lesson.get(), open.isTest());
        desk = opened;
        opened.show();
    }

    private void close() {
        var present = desk;
        desk = null;
        if (present != null) {
            present.close();
        }
    }
}
