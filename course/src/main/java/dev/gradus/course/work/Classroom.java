package dev.gradus.course.work;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.Unit;
import dev.gradus.course.run.Report;
import dev.gradus.course.run.Sandbox;
import dev.gradus.course.run.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A learner with a course and a folder to work in: everything that a command line or a studio does.
///
/// @param course what is taught
/// @param workspace where the learner's programs lie
public record Classroom(Course course, Workspace workspace) {
    /// The note that says when the version was kept that passed last.
    private static final String PASSED = "passed";

    private static final String TESTED_OUT = "tested-out";

    /// A hint and its place among them.
    ///
    /// @param number counted from 1
    /// @param count how many there are
    /// @param text the hint, in Markdown
    public record Hint(int number, int count, String text) {}

    /// Returns the lesson to go on with: the one worked on last while it is not done, else the first that
    /// is not.
    ///
    /// @throws IOException if the progress cannot be read
    public Optional<Lesson> next() throws IOException {
        var progress = workspace.progress();
        var notes = workspace.notes();
        return course.lesson(progress.latest())
                .filter(lesson -> !isDone(lesson, progress, notes))
                .or(() ->
                        course.lessons().stream()
                                .filter(lesson -> !isDone(lesson, progress, notes))
                                .findFirst());
    }

    /// Returns whether a lesson is behind the learner: passed, or tested out.
    public static boolean isDone(
            Lesson lesson, Progress progress, Map<String, Map<String, String>> notes) {
        return progress.of(lesson.number()).passed().isPresent() || isTestedOut(lesson, notes);
    }

    /// Returns whether a lesson is marked as done because the exercise for its whole unit was passed.
    public static boolean isTestedOut(Lesson lesson, Map<String, Map<String, String>> notes) {
        return notes.getOrDefault(lesson.number(), Map.of()).containsKey(TESTED_OUT);
    }

    /// Marks the lessons of a unit as done, after the exercise that stands for them was passed.
    ///
    /// @throws IOException if the notebook cannot be written
    public void testOut(Unit unit) throws IOException {
        var progress = workspace.progress();
        for (var lesson : unit.lessons()) {
            if (progress.of(lesson.number()).passed().isEmpty()) {
                workspace.note(lesson, TESTED_OUT, Instant.now().toString());
            }
        }
    }

    /// Puts the starter into the workspace; a program that is there stays as it is.
    ///
    /// @return whether it was put there now
    /// @throws IOException if it cannot be written
    public boolean start(Lesson lesson) throws IOException {
        var isNew = workspace.start(lesson);
        workspace.change(lesson, progress -> progress);
        return isNew;
    }

    /// Checks the learner's program, keeps this version of it and notes down what came of it.
    ///
    /// @throws IOException if there is no program yet, or files cannot be read or written
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public Report check(Lesson lesson) throws IOException, InterruptedException {
        return check(lesson, _ -> {});
    }

    /// Checks the learner's program as [#check(Lesson)] does, and tells how far that has come.
    ///
    /// @param told takes each stage, on this thread
    /// @throws IOException if there is no program yet, or files cannot be read or written
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public Report check(Lesson lesson, Consumer<Stage> told)
            throws IOException, InterruptedException {
        var file = workspace.file(lesson);
        // read once: an editor may save while this runs
        var source = Files.readString(file);
        workspace.keep(lesson, source);
        workspace.release(lesson, source);
        var report = Sandbox.check(lesson, source, shown(file), told);
        workspace.change(lesson, progress -> progress.checked(report.verdict(), Instant.now()));
        if (report.isPassed()) {
            workspace.note(lesson, PASSED, String.valueOf(kept(lesson, source)));
        }
        return report;
    }

    /// When the newest version of this text was kept, in milliseconds.
    private long kept(Lesson lesson, String source) throws IOException {
        return workspace.versions(lesson).reversed().stream()
                .filter(version -> version.source().equals(source))
                .map(version -> version.kept().toEpochMilli())
                .findFirst()
                .orElse(0L);
    }

    /// Returns the learner's program that passed last, whatever it has become since.
    ///
    /// @throws IOException if the notebook cannot be read
    public Optional<String> passedProgram(Lesson lesson) throws IOException {
        var kept = workspace.notes(lesson).getOrDefault(PASSED, "");
        return workspace.versions(lesson).reversed().stream()
                .filter(version -> String.valueOf(version.kept().toEpochMilli()).equals(kept))
                .map(Version::source)
                .findFirst();
    }

    /// Returns the next hint; when all have been shown, the last one again.
    ///
    /// @throws IOException if the progress cannot be written
    public Hint hint(Lesson lesson) throws IOException {
        var count = lesson.hints().size();
        var number = Math.min(workspace.progress().of(lesson.number()).hints() + 1, count);
        workspace.change(lesson, progress -> progress.hinted(number));
        return new Hint(number, count, lesson.hints().get(number - 1));
    }

    /// Returns whether the learner has passed the lesson, so that the solution gives nothing away.
    ///
    /// @throws IOException if the progress cannot be read
    public boolean isPassed(Lesson lesson) throws IOException {
        return workspace.progress().of(lesson.number()).passed().isPresent();
    }

    /// Returns the solution, and notes down that it was shown.
    ///
    /// @throws IOException if the progress cannot be written
    public String solution(Lesson lesson) throws IOException {
        workspace.change(lesson, LessonProgress::solutionShown);
        return lesson.solution();
    }

    /// Names a file from where the learner stands, which is shorter and can be clicked.
    public static String shown(Path file) {
        var here = Path.of("").toAbsolutePath();
        var whole = file.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
    }
}
