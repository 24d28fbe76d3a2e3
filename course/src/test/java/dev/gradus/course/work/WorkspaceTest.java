package dev.gradus.course.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final Course COURSE = Course.bundled();
    private static final Lesson HELLO = COURSE.lesson("0.1").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir Path folder;

    @Test
    void aProgramThatIsThereIsNeverOverwritten() throws IOException {
        var space = new Workspace(folder);
        assertThat(space.start(HELLO)).isTrue();
        space.save(HELLO, "mine");
        assertThat(space.start(HELLO)).isFalse();
        assertThat(space.file(HELLO)).hasContent("mine");
    }

    @Test
    void undoGoesBackAndForth() throws IOException {
        var space = new Workspace(folder);
        space.start(HELLO);
        assertThat(space.undo(HELLO)).isFalse();
        space.save(HELLO, "one");
        space.keep(HELLO);
        space.save(HELLO, "two");
        assertThat(space.undo(HELLO)).isTrue();
        assertThat(space.file(HELLO)).hasContent("one");
        assertThat(space.undo(HELLO)).isTrue();
        assertThat(space.file(HELLO)).hasContent("two");
    }

    @Test
    void theSameVersionIsKeptOnce() throws IOException {
        var space = new Workspace(folder);
        space.start(HELLO);
        space.keep(HELLO);
        space.keep(HELLO);
        assertThat(space.versions(HELLO)).hasSize(1);
        space.restart(HELLO);
        assertThat(space.versions(HELLO)).hasSize(1);
    }

    @Test
    void progressOutlivesTheProgram() throws IOException {
        new Workspace(folder).change(HELLO, it -> it.hinted(2).checked(Verdict.PASSED, NOW));
        var progress = new Workspace(folder).progress();
        assertThat(progress.latest()).isEqualTo("0.1");
        assertThat(progress.of("0.1"))
                .isEqualTo(LessonProgress.NONE.hinted(2).checked(Verdict.PASSED, NOW));
        assertThat(progress.of("0.2")).isEqualTo(LessonProgress.NONE);
    }

    @Test
    void whatWasPassedStaysPassed() {
        var passed = LessonProgress.NONE.checked(Verdict.PASSED, NOW);
        var later = passed.checked(Verdict.WRONG_ANSWER, NOW.plusSeconds(9));
        assertThat(later.passed()).contains(NOW);
        assertThat(later.checks()).isEqualTo(2);
        assertThat(passed.solutionShown().isSolutionShown()).isFalse();
        assertThat(LessonProgress.NONE.solutionShown().isSolutionShown()).isTrue();
    }

    @Test
    void anUnreadableNotebookIsPutAsideAndTheLessonsGoOn() throws IOException {
        var file =
                Files.writeString(folder.resolve("notebook.mv.db"), "not a database\n".repeat(999));
        assertThat(new Workspace(folder).progress()).isEqualTo(Progress.NONE);
        assertThat(folder.resolve("notebook.unreadable.mv.db"))
                .content()
                .contains("not a database");
        new Workspace(folder).change(HELLO, it -> it.hinted(1));
        assertThat(new Workspace(folder).progress().of("0.1").hints()).isEqualTo(1);
        assertThat(file).exists();
    }

    @Test
    void lookingMakesNoFiles() throws IOException {
        var space = new Workspace(folder.resolve("new"));
        assertThat(space.progress()).isEqualTo(Progress.NONE);
        assertThat(space.versions(HELLO)).isEmpty();
        assertThat(space.notes(HELLO)).isEmpty();
        assertThat(space.folder()).doesNotExist();
    }

    @Test
    void aVersionIsPutBackAndWhatItReplacesIsKept() throws IOException {
        var space = new Workspace(folder);
        space.save(HELLO, "first");
        space.keep(HELLO);
        space.save(HELLO, "second");
        space.restore(HELLO, 1);
        assertThat(space.file(HELLO)).hasContent("first");
        assertThat(space.versions(HELLO))
                .extracting(Version::source)
                .containsExactly("first", "second");
        assertThatThrownBy(() -> space.restore(HELLO, 9)).hasMessage("lesson 0.1 has no version 9");
    }

    @Test
    void savingKeepsWhatItReplacesOnceAMinute() throws IOException {
        var space = new Workspace(folder);
        space.start(HELLO);
        space.save(HELLO, "a");
        space.save(HELLO, "ab");
        assertThat(space.versions(HELLO))
                .extracting(Version::source)
                .containsExactly(HELLO.starter());
    }

    @Test
    void notesAreFoundAgain() throws IOException {
        var space = new Workspace(folder);
        space.note(HELLO, "phase", "exercise");
        space.note(HELLO, "phase", "check");
        assertThat(new Workspace(folder).notes(HELLO)).containsExactly(entry("phase", "check"));
    }

    @Test
    void changesFromManySidesAreAllKept() throws Exception {
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            var space = new Workspace(folder);
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (var n = 0; n < 10; n++) {
                                    try {
                                        space.change(
                                                HELLO, it -> it.checked(Verdict.WRONG_ANSWER, NOW));
                                    } catch (IOException e) {
                                        throw new IllegalStateException(e);
                                    }
                                }
                            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(new Workspace(folder).progress().of("0.1").checks()).isEqualTo(40);
    }

    @Test
    void theFolderIsFoundFromWithinIt() throws IOException {
        var space = Files.createDirectories(folder.resolve(Workspace.NAME).resolve("1.1-shapes"));
        assertThat(Workspace.near(space).folder()).isEqualTo(space.getParent());
        assertThat(Workspace.near(folder).folder()).isEqualTo(space.getParent());
    }

    @Test
    void theNextLessonIsTheOneWorkedOnThenTheFirstThatIsOpen() throws IOException {
        var room = new Classroom(COURSE, new Workspace(folder));
        assertThat(room.next()).contains(HELLO);
        room.start(COURSE.lesson("shapes").orElseThrow());
        assertThat(room.next().orElseThrow().number()).isEqualTo("1.1");
        room.workspace()
                .change(COURSE.lesson("1.1").orElseThrow(), it -> it.checked(Verdict.PASSED, NOW));
        assertThat(room.next()).contains(HELLO);
    }

    @Test
    void theProgramThatPassedIsKnownWhateverItHasBecome() throws Exception {
        var room = new Classroom(COURSE, new Workspace(folder));
        assertThat(room.passedProgram(HELLO)).isEmpty();
        room.start(HELLO);
        room.workspace().save(HELLO, HELLO.solution());
        var stages = new ArrayList<dev.gradus.course.run.Stage>();
        assertThat(room.check(HELLO, stages::add).isPassed()).isTrue();
        assertThat(stages.getFirst().checks()).isEmpty();
        room.workspace().save(HELLO, "broken");
        assertThat(room.check(HELLO).isPassed()).isFalse();
        assertThat(room.passedProgram(HELLO)).hasValue(HELLO.solution());
    }

    @Test
    void whoTestsOutOfAUnitGoesOnWithTheNext() throws IOException {
        var room = new Classroom(COURSE, new Workspace(folder));
        var unit = COURSE.units().getFirst();
        assertThat(unit.testOutLesson()).hasValue(unit.lessons().getLast());
        room.workspace().change(HELLO, it -> it.checked(Verdict.PASSED, NOW));
        room.testOut(unit);
        var notes = room.workspace().notes();
        assertThat(unit.lessons())
                .allMatch(it -> Classroom.isTestedOut(it, notes) != it.equals(HELLO));
        assertThat(room.next()).hasValue(COURSE.units().get(1).lessons().getFirst());
    }

    /// A page that is closed interrupts what is done for it; the notebook must not seem broken after that.
    @Test
    void whoeverIsInterruptedWhileWritingLeavesTheNotebookWhole() throws IOException {
        var space = new Workspace(folder);
        space.keep(HELLO, "first");
        for (var i = 0; i < 5; i++) {
            Thread.currentThread().interrupt();
            space.keep(HELLO, "version " + i);
            assertThat(space.versions(HELLO)).hasSize(i + 2);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(folder.resolve("notebook.unreadable.mv.db")).doesNotExist();
        assertThat(new Workspace(folder).versions(HELLO)).hasSize(6);
    }
}
