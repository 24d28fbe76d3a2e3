package dev.gradus.course.picture;

import dev.gradus.course.Lesson;
import dev.gradus.course.Words;
import dev.gradus.course.check.Verdict;
import dev.gradus.course.process.Offspring;
import dev.gradus.course.run.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers what the picture of a lesson asks, in a Java of its own: limited in memory and threads as
/// the lesson says, and in the time for each question.
///
/// After a question that hit a limit the next one starts it anew. It ends with the program that started it.
public final class PictureHost implements AutoCloseable {
    /// How long one question may take.
    public static final Duration TIME = Duration.ofSeconds(5);

    /// How many characters of JSON an answer may have.
    static final int MOST_CHARACTERS = 8_000_000;

    private final Limits limits;
    private final Path folder;
    private final Path classes;
    private volatile @Nullable PictureProcess process;
    private long id;
    private volatile boolean isClosed;

    private PictureHost(Limits limits, Path folder, Path classes) {
        this.limits = limits;
        this.folder = folder;
        this.classes = classes;
    }

    /// Compiles the picture of a lesson, with the learner's program or else the solution.
    ///
    /// @param learnersSource the learner's program, once it has passed
    /// @throws IOException if files cannot be written
    /// @throws PictureException if it does not compile
    public static PictureHost start(Lesson lesson, Optional<String> learnersSource)
            throws IOException, PictureException {
        return start(lesson, learnersSource, lesson.limits().withTime(TIME));
    }

    /// Compiles the picture of a lesson; the limit on time is that of one question.
    ///
    /// @throws IOException if files cannot be written
    /// @throws PictureException if it does not compile
    public static PictureHost start(Lesson lesson, Optional<String> learnersSource, Limits limits)
            throws IOException, PictureException {
        var folder = Files.createTempDirectory("gradus-picture");
        try {
            var exercise = learnersSource.orElse(lesson.solution());
            return new PictureHost(
                    limits, folder, PictureProgram.compile(lesson, exercise, folder));
        } catch (IOException | PictureException | RuntimeException e) {
            Offspring.delete(folder);
            throw e;
        }
    }

    /// Asks, and waits for the answer: null, a truth value, a number, a text, or a list or map of these;
    /// infinity and not-a-number are texts.
    ///
    /// @param inputs what it depends on: numbers, texts, truth values and lists of these
    /// @throws IOException if Java cannot be started
    /// @throws InterruptedException if the thread is interrupted
    /// @throws PictureException if the program fails or a limit is hit
    public synchronized @Nullable Object ask(String question, Map<String, ?> inputs)
            throws IOException, InterruptedException, PictureException {
        if (isClosed) {
            throw new IllegalStateException("the picture is closed");
        }
        var present = process;
        if (present == null || !present.isAlive()) {
            end();
            present = new PictureProcess(limits, classes);
            process = present;
            if (isClosed) {
                // closed in the meantime
                present.close();
            }
        }
        try {
            var said = present.ask(++id, question, inputs, limits.time());
            if (said.isEmpty()) {
                throw present.isAlive() ? late(0) : lost(present.exitCode());
            }
            if (said.get().get("failed") instanceof Map<?, ?> failed) {
                throw failure(failed);
            }
            return said.get().get("answer");
        } catch (PictureException e) {
            if (isOver(e.verdict())) {
                end();
            }
            throw e;
        } catch (InterruptedException e) {
            end();
            throw e;
        }
    }

    private static boolean isOver(Verdict verdict) {
        return verdict != Verdict.THREW && verdict != Verdict.CALLED_ITSELF_TOO_OFTEN;
    }

    private PictureException failure(Map<?, ?> failed) {
        var verdict = Verdict.valueOf(String.valueOf(failed.get("verdict")));
        var line = failed.get("line") instanceof Long number ? Math.toIntExact(number) : 0;
        return switch (verdict) {
            case RAN_TOO_LONG -> late(line);
            case USED_TOO_MUCH_MEMORY ->
                    new PictureException(verdict, Words.say("run.memory", limits.megabytes()));
            case STARTED_TOO_MANY_THREADS ->
                    new PictureException(verdict, Words.say("run.threads", limits.threads()));
            case PASSED,
                    WRONG_ANSWER,
                    THREW,
                    DOES_NOT_COMPILE,
                    CALLED_ITSELF_TOO_OFTEN,
                    ENDED_THE_PROGRAM,
                    NOT_STARTED,
                    LESSON_IS_BROKEN ->
                    new PictureException(verdict, String.valueOf(failed.get("message")));
        };
    }

    private PictureException late(int line) {
        var seconds =
                String.format(Locale.ENGLISH, "%.3g", limits.time().toMillis() / 1000.0)
                        .replaceFirst("\\.0+$", "");
        var text = Words.say("run.time", seconds);
        return new PictureException(
                Verdict.RAN_TOO_LONG,
                line > 0 ? text + " " + Words.say("run.time.line", line) : text);
    }

    private static PictureException lost(int exitCode) {
        return new PictureException(Verdict.ENDED_THE_PROGRAM, Words.say("picture.exit", exitCode));
    }

    private void end() {
        var present = process;
        process = null;
        if (present != null) {
            present.close();
        }
    }

    /// Ends it, even in the middle of a question.
    @Override
    public void close() {
        isClosed = true;
        var present = process;
        if (present != null) {
            present.close();
        }
        Offspring.delete(folder);
    }
}
