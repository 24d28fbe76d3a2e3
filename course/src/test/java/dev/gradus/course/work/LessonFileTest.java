package dev.gradus.course.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonFileTest {
    private static final Course COURSE = Course.bundled();
    private static final Lesson SHAPES = COURSE.lesson("1.1").orElseThrow();
    private static final String HEAD =
            "{\"kind\":\"gradus-lesson\",\"version\":1,\"lesson\":\"1.1\"";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir Path folder;

    private Classroom at(String place) {
        return new Classroom(COURSE, new Workspace(folder.resolve(place)));
    }

    private static LessonFile file(String program, Version... versions) {
        return new LessonFile("1.1", program, List.of(versions), Map.of(), Map.of());
    }

    @Test
    void aLessonIsThereAgainElsewhere() throws IOException {
        var here = at("here");
        here.workspace().save(SHAPES, "first");
        here.workspace().keep(SHAPES);
        here.workspace().save(SHAPES, "second");
        here.workspace().note(SHAPES, "answer question 1", "B");
        here.workspace().note(SHAPES, "phase", "check");
        var state = Map.of("shape", "2", "tables", List.of(List.of(1.5, -2)), "on", true);
        var read = LessonFile.of(LessonFile.of(here, SHAPES, state).text());
        assertThat(read.picture().toString()).isEqualTo(new LinkedHashMap<>(state).toString());
        var there = at("there");
        assertThat(read.take(there)).isFalse();
        var space = there.workspace();
        assertThat(space.file(SHAPES)).hasContent("second");
        assertThat(space.versions(SHAPES)).extracting(Version::source).contains("first");
        assertThat(space.notes(SHAPES)).containsEntry("answer question 1", "B");
        assertThat(space.notes(SHAPES)).doesNotContainKey("phase");
        assertThat(there.isPassed(SHAPES)).isFalse();
        assertThat(there.passedProgram(SHAPES)).isEmpty();
    }

    @Test
    void theProgramThatIsThereGoesToTheHistoryFirstAndUndoBringsItBack() throws IOException {
        var room = at("here");
        room.workspace().save(SHAPES, "mine");
        room.workspace().note(SHAPES, "answer question 1", "A");
        var theirs =
                new LessonFile(
                        "1.1",
                        "theirs",
                        List.of(new Version(1, Instant.parse("9999-01-01T00:00:00Z"), "tomorrow")),
                        Map.of("question 1", "B", "question 2", "7"),
                        Map.of());
        assertThat(theirs.take(room)).isTrue();
        var space = room.workspace();
        assertThat(space.file(SHAPES)).hasContent("theirs");
        assertThat(space.versions(SHAPES).getLast().source()).isEqualTo("mine");
        assertThat(space.notes(SHAPES))
                .containsEntry("answer question 1", "A")
                .containsEntry("answer question 2", "7");
        assertThat(space.undo(SHAPES)).isTrue();
        assertThat(space.file(SHAPES)).hasContent("mine");
    }

    @Test
    void versionsOfTomorrowDoNotStopTheKeepingOfVersions() throws IOException {
        var room = at("here");
        room.workspace().save(SHAPES, "mine");
        file("theirs", new Version(1, Instant.parse("9999-01-01T00:00:00Z"), "tomorrow"))
                .take(room);
        assertThat(room.workspace().versions(SHAPES))
                .allSatisfy(it ->
                        assertThat(it.kept()).isBefore(Instant.now().plus(Duration.ofMinutes(1))));
    }

    @Test
    void noVersionFromElsewhereIsTakenForTheOneThatPassed() throws Exception {
        var room = at("here");
        room.workspace().save(SHAPES, SHAPES.solution());
        assertThat(room.check(SHAPES).isPassed()).isTrue();
        var passed = room.workspace().versions(SHAPES).getLast();
        file("theirs", new Version(1, passed.kept(), "class Exercise { /* not mine */ }"))
                .take(room);
        assertThat(room.passedProgram(SHAPES)).hasValue(SHAPES.solution());
        assertThat(room.workspace().versions(SHAPES))
                .extracting(Version::source)
                .contains("class Exercise { /* not mine */ }");
    }

    @Test
    void aProgramThatCameInAFileIsKnownUntilTheLearnerChecksIt() throws Exception {
        var room = at("here");
        file(SHAPES.solution()).take(room);
        assertThat(room.workspace().isOpened(SHAPES, SHAPES.solution())).isTrue();
        assertThat(room.workspace().isOpened(SHAPES, "mine")).isFalse();
        room.check(SHAPES);
        assertThat(room.workspace().isOpened(SHAPES, SHAPES.solution())).isFalse();
    }

    @Test
    void whatIsTooMuchForAFileLosesItsOldestVersions() throws IOException {
        var room = at("here");
        for (var i = 0; i < 30; i++) {
            room.workspace().keep(SHAPES, "x".repeat(99_000) + i);
        }
        var file = LessonFile.of(room, SHAPES, Map.of());
        assertThat(file.text()).hasSizeLessThanOrEqualTo(LessonFile.MOST_CHARACTERS);
        assertThat(file.versions().getLast().source()).endsWith("x29");
        room.workspace().save(SHAPES, "x".repeat(LessonFile.MOST_PROGRAM + 1));
        assertThatThrownBy(() -> LessonFile.of(room, SHAPES, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "{}",
                "{\"kind\":\"gradus-playground\",\"version\":1}",
                HEAD + "}",
                HEAD + ",\"program\":7}",
                HEAD + ",\"program\":\"\",\"program\":\"\"}",
                HEAD + ",\"program\":\"\",\"versions\":7}",
                HEAD + ",\"program\":\"\",\"versions\":[{\"kept\":\"yesterday\",\"source\":\"\"}]}",
                HEAD
                        + ",\"program\":\"\",\"versions\":[{\"kept\":\"+1000000000-12-31T23:59:59Z\",\"source\":\"\"}]}",
                HEAD + ",\"program\":\"\",\"versions\":[{\"kept\":\"2026-01-01T12:00:00Z\"}]}",
                HEAD + ",\"program\":\"\",\"answers\":[\"B\"]}",
                HEAD + ",\"program\":\"\",\"answers\":{\"question 1\":7}}",
                HEAD + ",\"program\":\"\",\"picture\":{\"w\":null}}",
                HEAD + ",\"program\":\"\",\"picture\":{\"w\":{\"deep\":1}}}",
                HEAD + ",\"program\":\"\",\"picture\":{\"w\":[[[[1]]]]}}",
                HEAD + ",\"program\":\"\",\"picture\":{\"w\":1e999}}",
                HEAD + ",\"program\":\"\\u202e\"}",
                HEAD + ",\"program\":\"\\u001b[2J\"}",
                HEAD + ",\"program\":\"\\ud800\"}",
            })
    void whatIsNoFileOfALessonIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> LessonFile.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".")
                .hasMessageMatching("(This|A program in this) file.*|This is no file.*");
    }

    @Test
    void depthLengthAndCountAreBounded() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() ->
                        LessonFile.of(HEAD + ",\"program\":\"\",\"picture\":{\"w\":" + deep + "}}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LessonFile.of(" ".repeat(LessonFile.MOST_CHARACTERS + 1)))
                .hasMessageContaining("2000000 characters");
        var many =
                "{\"kept\":\"2026-01-01T12:00:00Z\",\"source\":\"\"},"
                        .repeat(101)
                        .replaceFirst(",$", "");
        assertThatThrownBy(() ->
                        LessonFile.of(HEAD + ",\"program\":\"\",\"versions\":[" + many + "]}"))
                .hasMessageContaining("'versions'");
        var long_ = "x".repeat(LessonFile.MOST_PROGRAM + 1);
        assertThatThrownBy(() -> LessonFile.of(HEAD + ",\"program\":\"" + long_ + "\"}"))
                .hasMessageContaining("'program'");
    }

    @Test
    void anotherVersionAndAnotherCourseAreNamed() {
        assertThatThrownBy(
                        () -> LessonFile.of(HEAD.replace("\"version\":1", "\"version\":2") + "}"))
                .hasMessageContaining("newer Gradus");
        var unknown = new LessonFile("99.9", "", List.of(), Map.of(), Map.of());
        assertThatThrownBy(() -> unknown.take(at("here"))).hasMessageContaining("lesson 99.9");
        assertThat(folder.resolve("here")).doesNotExist();
    }

    @Test
    void aScriptInItIsText() throws IOException {
        var text = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
        var room = at("here");
        LessonFile.of(file(text, new Version(1, LONG_AGO, text)).text()).take(room);
        assertThat(room.workspace().file(SHAPES)).hasContent(text);
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsNotRead() throws IOException {
        var large = folder.resolve("large.json");
        try (var out =
                FileChannel.open(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // a file with a hole takes no room on the disk
            out.write(ByteBuffer.wrap(new byte[1]), 4L << 30);
        }
        assertThatThrownBy(() -> LessonFile.of(large)).hasMessageContaining("2000000 characters");
        var bytes = Files.write(folder.resolve("x.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> LessonFile.of(bytes)).hasMessageContaining("no file of a lesson");
    }
}
