package dev.gradus.course.picture;

import dev.gradus.course.LessonPicture;
import dev.gradus.course.check.Mishap;
import dev.gradus.course.check.Verdict;
import dev.gradus.io.Json;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// The `main` of the Java that computes what a picture shows: it answers questions, one after another, a
/// line of JSON each. [PictureHost] starts it; nobody else does.
final class PictureChild {
    private static final int MOST_QUESTIONS = 16;

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Thread answering = Thread.currentThread();
    private final BlockingQueue<String> questions = new ArrayBlockingQueue<>(MOST_QUESTIONS);
    private final PictureWatch watch;
    private long id;

    private PictureChild(long milliseconds, int threads) {
        // what a program prints must not come between the answers
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        watch = new PictureWatch(milliseconds, threads, this::isOver);
    }

    /// Answers until the one who asks has gone.
    ///
    /// @param arguments milliseconds for each question, threads
    public static void main(String[] arguments) throws InterruptedException {
        var asking = System.in;
        var child = new PictureChild(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        System.setIn(InputStream.nullInputStream());
        Thread.ofPlatform().daemon().name("gradus-questions").start(() -> child.listen(asking));
        child.watch.start();
        child.work();
    }

    /// The other end of this stream is held by the parent; it ends when the parent does, however it ends.
    private void listen(InputStream asking) {
        try (var lines =
                new BufferedReader(new InputStreamReader(asking, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                questions.put(line);
            }
        } catch (IOException | InterruptedException _) {
            end();
        }
        end();
    }

    private void work() throws InterruptedException {
        LessonPicture picture = null;
        while (true) {
            var question = Json.read(questions.take());
            id = question.get("id") instanceof Long number ? number : 0;
            watch.begin();
            try {
                if (picture == null) {
                    picture = picture();
                }
                answer(picture, question);
            } catch (Throwable thrown) {
                failed(Mishap.of(thrown), Mishap.line(thrown.getStackTrace()).orElse(0));
            } finally {
                watch.pause();
            }
        }
    }

    private static LessonPicture picture() throws ReflectiveOperationException {
        var constructor =
                ClassLoader.getSystemClassLoader().loadClass("Picture").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (LessonPicture) constructor.newInstance();
    }

    @SuppressWarnings("unchecked")
    private void answer(LessonPicture picture, Map<String, Object> question) {
        var inputs =
                PictureData.inputs((Map<String, Object>) question.getOrDefault("inputs", Map.of()));
        var answer = picture.answer(String.valueOf(question.get("question")), inputs);
        tell("answer", PictureData.written(answer));
    }

    private void failed(Mishap mishap, int line) {
        tell(
                "failed",
                Map.of("verdict", mishap.verdict(), "message", mishap.message(), "line", line));
        if (mishap.verdict() == Verdict.USED_TOO_MUCH_MEMORY) {
            // what is left of the program is in no state to answer more
            end();
        }
    }

    private void isOver(Verdict limit) {
        var line = Mishap.line(answering.getStackTrace()).orElse(0);
        tell("failed", Map.of("verdict", limit, "message", "", "line", line));
        end();
    }

    private void tell(String what, @Nullable Object value) {
        var words = new LinkedHashMap<String, @Nullable Object>();
        words.put("id", id);
        words.put(what, value);
        var text = Json.line(words);
        if (text.length() > PictureHost.MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the answer has %d characters; a picture may be told %d"
                            .formatted(text.length(), PictureHost.MOST_CHARACTERS));
        }
        var line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            try {
                out.write(line);
            } catch (IOException _) {
                // nobody listens any more
                end();
            }
        }
    }

    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(0);
    }
}
