package dev.gradus.course.run;

import dev.gradus.course.LessonReader;
import dev.gradus.course.check.Mishap;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// The `main` of the Java that a learner's program is checked in. [Sandbox] starts it; nobody else does.
final class Child {
    private final Path events;
    private final Thread checks = Thread.currentThread();
    private boolean isOver;

    private Child(Path events) {
        this.events = events;
    }

    /// Checks the program on the class path.
    ///
    /// @param arguments the folder with the lesson's page, the file for events, milliseconds, threads
    public static void main(String[] arguments) throws IOException {
        var child = new Child(Path.of(arguments[1]));
        var lesson = LessonReader.readPage(Path.of(arguments[0]));
        child.guard(
                Duration.ofMillis(Long.parseLong(arguments[2])), Integer.parseInt(arguments[3]));
        Checking.run(lesson, ClassLoader.getSystemClassLoader(), child::tell);
        child.end();
    }

    private void guard(Duration time, int threads) {
        endWithParent(System.in);
        System.setIn(InputStream.nullInputStream());
        Runtime.getRuntime().addShutdownHook(new Thread(this::exited, "gradus-exit"));
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> {
            if (thrown instanceof OutOfMemoryError) {
                tellLast(new Event.MemoryOver());
                end();
            }
        });
        Watch.start(
                time,
                threads,
                this::timeOver,
                () -> {
                    tellLast(new Event.ThreadsOver());
                    end();
                });
    }

    /// The parent holds the other end of this stream; it ends when the parent does, however it ends.
    private void endWithParent(InputStream parent) {
        Thread.ofPlatform()
                .daemon()
                .name("gradus-parent")
                .start(() -> {
                    try {
                        while (parent.read() >= 0) {
                            // nothing is ever sent
                            continue;
                        }
                    } catch (IOException _) {
                        // as good as the end
                        end();
                    }
                    end();
                });
    }

    private void timeOver() {
        tellLast(new Event.TimeOver(Mishap.line(checks.getStackTrace()).orElse(0)));
        end();
    }

    private void exited() {
        tellLast(new Event.Exited(Mishap.line(checks.getStackTrace()).orElse(0)));
        endOffspring();
    }

    /// Writes an event down at once: the next moment may be the last.
    private synchronized void tell(Event event) {
        if (isOver) {
            return;
        }
        isOver = event instanceof Event.Done || event instanceof Event.Broken;
        write(event);
    }

    private synchronized void tellLast(Event event) {
        if (!isOver) {
            isOver = true;
            write(event);
        }
    }

    private void write(Event event) {
        try (OutputStream out = new FileOutputStream(events.toFile(), true)) {
            out.write(EventText.write(event).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the events cannot be written", e);
        }
    }

    /// Ends without waiting for threads that the program has left running.
    private void end() {
        endOffspring();
        Runtime.getRuntime().halt(0);
    }

    private static void endOffspring() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
