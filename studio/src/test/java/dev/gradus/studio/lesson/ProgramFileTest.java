package dev.gradus.studio.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.work.Classroom;
import dev.gradus.course.work.Version;
import dev.gradus.course.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever saves, nothing is lost.
class ProgramFileTest {
    private static final Course COURSE = Course.bundled();
    private static final Lesson HELLO = COURSE.lesson("0.1").orElseThrow();

    @TempDir Path folder;
    private Classroom classroom;
    private ProgramFile file;

    @BeforeEach
    void open() {
        classroom = new Classroom(COURSE, new Workspace(folder));
        file = new ProgramFile(classroom, HELLO);
    }

    private Path path() {
        return classroom.workspace().file(HELLO);
    }

    private Iterable<String> kept() throws IOException {
        return classroom.workspace().versions(HELLO).stream().map(Version::source).toList();
    }

    @Test
    void lookingAtALessonWritesNothing() throws IOException {
        assertThat(file.open()).isEqualTo(HELLO.starter());
        assertThat(file.changedOutside()).isEmpty();
        assertThat(path()).doesNotExist();
        file.start();
        assertThat(path()).hasContent(HELLO.starter());
        assertThat(file.changedOutside()).isEmpty();
    }

    @Test
    void whatIsTypedIsSaved() throws IOException {
        file.open();
        assertThat(file.save("mine")).isEmpty();
        assertThat(path()).hasContent("mine");
        assertThat(file.changedOutside()).isEmpty();
        assertThat(new ProgramFile(classroom, HELLO).open()).isEqualTo("mine");
    }

    @Test
    void whatAnotherEditorSavesIsNoticedOnceAndBothAreKept() throws IOException {
        file.open();
        file.save("mine");
        Files.writeString(path(), "theirs");
        assertThat(file.changedOutside()).hasValue("theirs");
        assertThat(file.changedOutside()).isEmpty();
        assertThat(kept()).contains("mine", "theirs");
    }

    @Test
    void whatWasTypedMeanwhileIsNotWrittenOverIt() throws IOException {
        file.open();
        file.save("one");
        Files.writeString(path(), "theirs");
        assertThat(file.save("two")).hasValue("theirs");
        assertThat(path()).hasContent("theirs");
        assertThat(kept()).contains("one", "two", "theirs");
        file.overwrite("two");
        assertThat(path()).hasContent("two");
        assertThat(kept()).contains("theirs");
        assertThat(file.save("three")).isEmpty();
    }

    @Test
    void anEditorThatTakesTheFileAwayForAMomentIsNoChange() throws IOException {
        file.open();
        file.save("mine");
        Files.delete(path());
        assertThat(file.changedOutside()).isEmpty();
        assertThat(file.save("more")).isEmpty();
        assertThat(path()).hasContent("more");
    }

    @Test
    void aResetCanBeTakenBack() throws IOException {
        file.open();
        file.save("mine");
        assertThat(file.reset()).isEqualTo(HELLO.starter());
        var versions = classroom.workspace().versions(HELLO);
        assertThat(versions.getLast().source()).isEqualTo("mine");
        assertThat(file.restore(versions.getLast().number())).isEqualTo("mine");
        assertThat(file.changedOutside()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextIsLeftAlone() throws IOException {
        file.open();
        file.save("mine");
        Files.write(path(), new byte[] {(byte) 0xC3, 0x28});
        assertThat(file.changedOutside()).isEmpty();
    }
}
