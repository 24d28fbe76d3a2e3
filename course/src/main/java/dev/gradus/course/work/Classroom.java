package dev.gradus.course.work;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.run.Report;
import dev.gradus.course.run.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A learner with a course and a folder to work in: everything that a command line or a studio does.
///
/// @param course what is taught
/// @param workspace where the learner's programs lie
public record Classroom(Course course, Workspace workspace) {
    /// A hint and its place among them.
    ///
    /// @param number counted from 1
    /// @param count how many there are
    /// @param text the hint, in Markdown
    public record Hint(int number, int count, String text) {}

    /// Returns the lesson to go on with: the one worked on last while it is not passed, else the first that
    /// is not.
    ///
    /// @throws IOException if the progress cannot be read
    public Optional<Lesson> next() throws IOException {
        var progress = workspace.progress();
        return course.lesson(progress.latest())
                .filter(lesson -> progress.of(lesson.number()).passed().isEmpty())
                .or(() ->
                        course.lessons().stream()
                                .filter(it -> progress.of(it.number()).passed().isEmpty())
                                .findFirst());
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
        var file = workspace.file(lesson);
        // read once: an editor may save while this runs
        var source = Files.readString(file);
        workspace.keep(lesson, source);
        var report = Sandbox.check(lesson, source, shown(file));
        workspace.change(lesson, progress -> progress.checked(report.verdict(), Instant.now()));
        return report;
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
    private static String shown(Path file) {
        var here = Path.of("").toAbsolutePath();
        var whole = file.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
    }
}
