package dev.gradus.course.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.course.Course;
import dev.gradus.course.Lesson;
import dev.gradus.course.check.Verdict;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final Course COURSE = Course.bundled();
    private static final Lesson HELLO = COURSE.lesson("0.1").orElseThrow();
    private static final Lesson SHAPES = COURSE.lesson("1.1").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String RUN = "20260101-120000-first-abc123";
    private static final String EMPTY =
            "{\"format\":\"gradus-work\",\"version\":1,\"progress\":{},\"notes\":{},\"versions\":{}}";

    @TempDir Path folder;

    private Archive at(String place) {
        return new Archive(
                new Classroom(COURSE, new Workspace(folder.resolve(place))),
                Optional.of(RunsDirectory.of(folder.resolve(place + "-runs"))));
    }

    private Archive filled() throws IOException {
        var archive = at("here");
        var space = archive.classroom().workspace();
        space.start(HELLO);
        space.save(HELLO, "first");
        space.keep(HELLO);
        space.save(HELLO, "second");
        space.note(HELLO, "phase", "check");
        space.change(HELLO, it -> it.hinted(2).checked(Verdict.PASSED, NOW));
        space.save(SHAPES, "class Exercise {}");
        var run = Files.createDirectories(folder.resolve("here-runs").resolve(RUN));
        Files.writeString(run.resolve("run.json"), "{}");
        Files.writeString(run.resolve("metrics.jsonl"), "");
        return archive;
    }

    @Test
    void everythingIsThereAgainElsewhere() throws IOException {
        var here = filled();
        var file = folder.resolve("work.zip");
        assertThat(here.write(file).runs()).isEqualTo(1);
        var there = at("there");
        assertThat(there.read(file)).isEqualTo(new Archive.Summary(1, 2, java.util.List.of(), 1));
        var space = there.classroom().workspace();
        var old = here.classroom().workspace();
        assertThat(space.progress()).isEqualTo(old.progress());
        assertThat(space.notes(HELLO)).isEqualTo(old.notes(HELLO));
        assertThat(space.versions(HELLO)).extracting(Version::source).contains("first");
        assertThat(space.versions(HELLO)).hasSameSizeAs(old.versions(HELLO));
        assertThat(space.file(HELLO)).hasContent("second");
        assertThat(space.file(SHAPES)).hasContent("class Exercise {}");
        assertThat(folder.resolve("there-runs").resolve(RUN).resolve("run.json")).hasContent("{}");
    }

    @Test
    void whatIsHereStaysAndTheOtherIsAmongTheVersions() throws IOException {
        var file = folder.resolve("work.zip");
        filled().write(file);
        var there = at("there");
        var space = there.classroom().workspace();
        space.save(HELLO, "mine");
        space.note(HELLO, "phase", "predict");
        var summary = there.read(file);
        assertThat(summary.aside()).containsExactly("0.1");
        assertThat(space.file(HELLO)).hasContent("mine");
        assertThat(space.versions(HELLO)).extracting(Version::source).contains("first", "second");
        assertThat(space.notes(HELLO)).containsEntry("phase", "predict");
        assertThat(space.progress().of("0.1").passed()).contains(NOW);
        // a second time adds nothing
        var versions = space.versions(HELLO);
        assertThat(there.read(file).runs()).isZero();
        assertThat(space.versions(HELLO)).isEqualTo(versions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs/../../evil",
                "runs/20260101-120000-a-1/../../../evil",
                "runs/20260101-120000-a-1/evil.sh",
                "runs/20260101-120000-a-1/checkpoints/../run.json",
                "programs/../../evil.java",
                "programs/1.1.java/x",
            })
    void namesThatLeadElsewhereAreRefusedAndNothingIsTakenOver(String name) throws IOException {
        var file = zip(EMPTY, name);
        assertThatThrownBy(() -> at("there").read(file)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("there")).doesNotExist();
        assertThat(folder.resolve("evil")).doesNotExist();
        if (Files.exists(folder.resolve("there-runs"))) {
            assertThat(folder.resolve("there-runs")).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{}",
                "{\"format\":\"gradus-work\",\"version\":2}",
                "{\"format\":\"gradus-work\",\"version\":1,\"progress\":{\"../x\":{}}}",
                "{\"format\":\"gradus-work\",\"version\":1,\"progress\":{\"1.1\":{\"verdict\":\"GREAT\"}}}",
                "{\"format\":\"gradus-work\",\"version\":1,\"progress\":{\"1.1\":{\"passed\":\"soon\"}}}",
                "{\"format\":\"gradus-work\",\"version\":1,\"progress\":{\"1.1\":{\"checks\":-1}}}",
                "{\"format\":\"gradus-work\",\"version\":1,\"progress\":{\"1.1\":{\"checks\":99999999999}}}",
                "{\"format\":\"gradus-work\",\"version\":1,\"versions\":{\"1.1\":[{}]}}",
                "{\"format\":\"gradus-work\",\"version\":1,\"notes\":{\"1.1\":{\"a\":3}}}",
            })
    void whatIsNotAsItShouldBeIsRefused(String notebook) throws IOException {
        var file = zip(notebook, "programs/1.1.java");
        assertThatThrownBy(() -> at("there").read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("work.zip is not a file of work that Gradus exported");
        assertThat(folder.resolve("there")).doesNotExist();
    }

    @Test
    void aFileOfAnotherKindIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("work.zip"), "no zip file");
        assertThatThrownBy(() -> at("there").read(file))
                .hasMessageContaining("work.zip is not a file of work");
    }

    private Path zip(String notebook, String name) throws IOException {
        var file = folder.resolve("work.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("gradus.json"));
            zip.write(notebook.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
