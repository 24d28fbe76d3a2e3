package dev.gradus.train.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What lies in a runs directory may come from anywhere.
class RunsDirectoryTest {
    private static final String ID = "20260102-030405-hostile-abcdef";

    @TempDir Path runs;

    private RunsDirectory directory() {
        return RunsDirectory.of(runs);
    }

    private Path folder(String id, Map<String, Object> changes) throws IOException {
        var folder = Files.createDirectories(runs.resolve(id));
        var json = new LinkedHashMap<String, Object>();
        json.put("format", "gradus run");
        json.put("version", 1);
        json.put("name", "n");
        json.put("state", "FINISHED");
        json.putAll(changes);
        Json.write(folder.resolve("run.json"), json);
        return folder;
    }

    private RecordedRun run() {
        return directory().find(ID).orElseThrow();
    }

    @Test
    void liesWhereTheSystemKeepsDataUnlessSaidOtherwise() {
        assertThat(place("", Map.of(), "Linux", "/home/a"))
                .contains("/home/a/.local/share/gradus/runs");
        assertThat(place("", Map.of("XDG_DATA_HOME", "/data"), "Linux", "/home/a"))
                .contains("/data/gradus/runs");
        assertThat(place("", Map.of("XDG_DATA_HOME", "relative"), "Linux", "/home/a"))
                .contains("/home/a/.local/share/gradus/runs");
        assertThat(place("", Map.of(), "Mac OS X", "/Users/a"))
                .contains("/Users/a/Library/Application Support/Gradus/runs");
        assertThat(place("", Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/a"))
                .contains("/local/Gradus/runs");
        assertThat(place("", Map.of("GRADUS_RUNS", "/mine"), "Linux", "/a")).contains("/mine");
        assertThat(place("/first", Map.of("GRADUS_RUNS", "/mine"), "Linux", "/a"))
                .contains("/first");
        assertThat(place("off", Map.of(), "Linux", "/a")).isEmpty();
        assertThat(place("", Map.of("GRADUS_RUNS", "off"), "Linux", "/a")).isEmpty();
    }

    private static Optional<String> place(
            String property, Map<String, String> environment, String system, String home) {
        return RunsDirectory.of(property, environment, system, home)
                .map(it -> it.path().toString().replace('\\', '/').replaceFirst("^[A-Z]:", ""));
    }

    @Test
    void aDirectoryThatIsNotThereHasNoRuns() {
        assertThat(RunsDirectory.of(runs.resolve("nowhere")).list()).isEmpty();
    }

    @Test
    void whatIsNoRunIsNoRun() throws IOException {
        folder(ID, Map.of());
        folder("no id at all", Map.of());
        folder("20260102-030405-UPPER", Map.of());
        Files.createDirectories(runs.resolve("20260102-030405-empty"));
        Files.writeString(runs.resolve("20260102-030405-file"), "");
        assertThat(directory().list()).extracting(RecordedRun::id).containsExactly(ID);
        assertThat(directory().find("../" + ID)).isEmpty();
        assertThat(directory().find("")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreNotFollowed() throws IOException {
        var secret = Files.writeString(Files.createTempFile("secret", ".json"), "{}");
        var folder = folder(ID, Map.of());
        Files.createSymbolicLink(runs.resolve("20260102-030405-link"), folder);
        Files.createSymbolicLink(folder.resolve("metrics.jsonl"), secret);
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.createSymbolicLink(
                folder.resolve("checkpoints").resolve("step-000000001.safetensors"), secret);
        assertThat(directory().list()).extracting(RecordedRun::id).containsExactly(ID);
        assertThat(run().metrics()).isEmpty();
        assertThat(run().checkpoints()).isEmpty();
        run().delete();
        assertThat(folder).doesNotExist();
        assertThat(secret).exists();
        Files.delete(secret);
    }

    @Test
    void textThatSteersATerminalIsMadeHarmless() throws IOException {
        folder(
                ID,
                Map.of(
                        "name",
                        "a\u001b[2Jb\u202Ec" + "x".repeat(5_000),
                        "parent",
                        "../../etc",
                        "launch",
                        List.of("run", 7)));
        var description = run().description();
        assertThat(description.name()).startsWith("a\uFFFD[2Jb\uFFFDc").hasSize(200);
        assertThat(description.parent()).isEmpty();
        assertThat(description.process().launch()).containsExactly("run", "");
    }

    @Test
    void descriptionsOfTheWrongKindAreLostRunsAndNoErrors() throws IOException {
        var folder = folder(ID, Map.of());
        for (var text :
                List.of(
                        "",
                        "[]",
                        "{",
                        "{\"format\":\"gradus run\",\"version\":2}",
                        "{\"format\":\"gradus run\",\"version\":\"1\"}",
                        "{\"a\":".repeat(500),
                        "x".repeat(2_000_000))) {
            Files.writeString(folder.resolve("run.json"), text);
            assertThat(run().state()).isEqualTo(RunState.LOST);
            assertThat(run().description().id()).isEqualTo(ID);
        }
        folder(
                ID,
                new HashMap<>(
                        Map.of(
                                "state",
                                5,
                                "started",
                                "yesterday",
                                "settings",
                                List.of(),
                                "pid",
                                "x",
                                "launch",
                                Map.of())));
        assertThat(run().state()).isEqualTo(RunState.LOST);
        assertThat(run().description().settings()).isEmpty();
    }

    @Test
    void badLinesArePassedByAndTheOthersRead() throws IOException {
        var folder = folder(ID, Map.of());
        var lines =
                """
                {"step":1,"values":{"loss":1}}
                not json
                []
                {"step":"two","values":{}}
                {"step":2}

                {"step":3,"values":{"loss":"NaN","text":"x","list":[1],"none":null}}
                %s
                {"step":4,"seconds":-1,"epoch":99999999999,"points":-5,"values":{"loss":4}}
                {"rewound":"x"}
                {"step":5,"values":{"lo\
                """
                        .formatted("{\"step\":9,\"values\":{\"" + "y".repeat(1 << 21) + "\":1}}");
        Files.writeString(folder.resolve("metrics.jsonl"), lines);
        var points = run().metrics();
        assertThat(points).extracting(RunPoint::step).containsExactly(1L, 3L, 4L);
        assertThat(points.get(1).value("loss")).isNaN();
        assertThat(points.get(2).points()).isEqualTo(1);
        assertThat(points.get(2).epoch()).isZero();
    }

    @Test
    void noBytesWhateverThrow() throws IOException {
        var folder = folder(ID, Map.of());
        var checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
        var random = new Random(7);
        for (var round = 0; round < 50; round++) {
            var bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            Files.write(folder.resolve("metrics.jsonl"), bytes);
            Files.write(folder.resolve("layers.jsonl"), bytes);
            Files.write(folder.resolve("run.json"), bytes);
            Files.write(checkpoints.resolve("step-000000001.safetensors"), bytes);
            assertThat(run().metrics()).isEmpty();
            assertThat(run().statistics()).isEmpty();
            assertThat(run().state()).isEqualTo(RunState.LOST);
            var checkpoint = run().lastCheckpoint().orElseThrow();
            assertThatThrownBy(checkpoint::read)
                    .isInstanceOf(dev.gradus.io.ModelFileException.class);
        }
    }

    @Test
    void aLineWithAMillionValuesIsLimited() throws IOException {
        var folder = folder(ID, Map.of());
        var line = new StringBuilder("{\"step\":1,\"values\":{");
        for (var i = 0; i < 50_000; i++) {
            line.append(i == 0 ? "" : ",").append('"').append(i).append("\":1");
        }
        Files.writeString(folder.resolve("metrics.jsonl"), line + "}}\n");
        assertThat(run().metrics().getFirst().values()).hasSize(1_000);
    }

    @Test
    void aRunOfADeadProcessIsLostAndOneOfAnotherMachineIsNot() throws IOException {
        var gone = new LinkedHashMap<String, Object>();
        gone.put("state", "RUNNING");
        gone.put("host", Processes.hostHere());
        gone.put("pid", Integer.MAX_VALUE);
        folder(ID, gone);
        assertThat(run().state()).isEqualTo(RunState.LOST);
        assertThat(run().description().status().explanation()).contains("died");

        gone.put("host", "elsewhere");
        folder(ID, gone);
        assertThat(run().state()).isEqualTo(RunState.RUNNING);

        // the number of a process that has ended, now that of another one
        gone.put("host", Processes.hostHere());
        gone.put("pid", ProcessHandle.current().pid());
        gone.put("processStarted", "2001-01-01T00:00:00Z");
        folder(ID, gone);
        assertThat(run().state()).isEqualTo(RunState.LOST);
    }

    @Test
    void aRunningOneIsNotDeleted() {
        try (var recorder =
                RunRecorder.start(Recording.named("x").in(runs), Map.of(), "", Optional.empty())) {
            var run = recorder.run().orElseThrow();
            RunRecorderTest.await(() -> run.state() == RunState.RUNNING);
            assertThatThrownBy(run::delete)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("end that first");
            assertThat(run.folder()).exists();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        directory().list().getFirst().delete();
        assertThat(directory().list()).isEmpty();
    }
}
