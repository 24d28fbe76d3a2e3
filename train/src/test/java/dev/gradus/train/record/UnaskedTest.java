package dev.gradus.train.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keeps runs that nobody asked to record out of the way.
@Timeout(60)
class UnaskedTest {
    @TempDir Path runs;

    private RunRecorder later() {
        return RunRecorder.later(
                Recording.unasked("some program").in(runs), Map.of(), "", RunPlan.UNKNOWN);
    }

    private List<RecordedRun> recorded() {
        return RunsDirectory.of(runs).list();
    }

    private static RunCheckpoint.Content content(int numbers) {
        return new RunCheckpoint.Content(
                Map.of("w", Tensor.zeros(numbers)), Map.of("numbers", numbers));
    }

    @Test
    void ofARunThatIsOverAtOnceNothingIsLeft() {
        try (var run = later()) {
            run.log(1, Map.of("loss", 1.0));
            run.checkpoint(1, content(4));
        }
        assertThat(runs).isEmptyDirectory();
    }

    @Test
    void ofOneThatLastsEverythingFromItsBeginningIsThere() {
        try (var run = later()) {
            run.log(1, Map.of("loss", 1.0));
            while (run.run().isEmpty()) {
                Thread.onSpinWait();
            }
            run.log(2, Map.of("loss", 0.5));
            run.checkpoint(2, content(4));
        }
        var run = recorded().getFirst();
        assertThat(run.metrics()).extracting(RunPoint::step).containsExactly(1L, 2L);
        assertThat(run.checkpoints()).hasSize(1);
        assertThat(run.description().name()).isEqualTo("some program");
        assertThat(run.id()).contains("some-program");
    }

    @Test
    void aCheckpointThatIsTooLargeIsNotKept() throws Exception {
        var files = files("20260102-030405-large");
        var shelf = new CheckpointShelf(1, 1_000_000, 4 * 100);
        shelf.put(files, 1, content(100));
        shelf.put(files, 2, content(101));
        assertThat(files.checkpoints()).extracting(RunCheckpoint::step).containsExactly(1L);
    }

    @Test
    void theLatestCheckpointIsKeptHoweverLittleRoomThereIs() throws Exception {
        var files = files("20260102-030405-narrow");
        var shelf = new CheckpointShelf(1, 1, 1_000_000);
        for (var step = 1; step <= 5; step++) {
            shelf.put(files, step, content(10));
            assertThat(files.checkpoints())
                    .extracting(RunCheckpoint::step)
                    .containsExactly((long) step);
        }
    }

    @Test
    void theOldestCheckpointsThatNobodyAskedForGo() throws Exception {
        written("20260101-000000-asked", true);
        written("20260102-000000-old", false);
        written("20260103-000000-young", false);
        written("20260104-000000-latest", false);
        var one = recorded().getFirst().checkpoints().getFirst().bytes();
        UnaskedCheckpoints.thin(RunsDirectory.of(runs), 3 * one);
        assertThat(recorded()).allSatisfy(run -> assertThat(run.checkpoints()).hasSize(1));
        UnaskedCheckpoints.thin(RunsDirectory.of(runs), 2 * one);
        assertThat(recorded())
                .filteredOn(run -> run.checkpoints().isEmpty())
                .extracting(RecordedRun::id)
                .containsExactly("20260102-000000-old");
        assertThat(recorded()).hasSize(4);
        // not even if there is no room at all, as somebody wants it
        UnaskedCheckpoints.thin(RunsDirectory.of(runs), 0);
        assertThat(recorded())
                .filteredOn(run -> !run.checkpoints().isEmpty())
                .extracting(RecordedRun::id)
                .containsExactly("20260101-000000-asked");
    }

    private RunFiles files(String id) throws Exception {
        return new RunFiles(Files.createDirectories(runs.resolve(id)));
    }

    private void written(String id, boolean asked) throws Exception {
        var run = OpenRun.begin(files(id));
        var plan = RunPlan.UNKNOWN.asked(asked);
        run.describe(
                new RunDescription(
                        id,
                        id,
                        java.time.Instant.EPOCH,
                        Map.of(),
                        Map.of(),
                        RunProcess.UNKNOWN,
                        Optional.empty(),
                        plan,
                        RunStatus.BEGUN.ended(RunState.FINISHED, "", Optional.empty())));
        run.keep(1, content(1_000), asked);
        run.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dev.example.Digits 5, Digits",
        "app/dev.example.Digits, Digits",
        "Digits, Digits",
        "/some/where/digits.jar --fast, digits.jar",
        "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher lessons/First.java 4, First.java",
        "jdk.jshell.execution.RemoteExecutionControl 45, JShell",
        "'', a program",
    })
    void aProgramIsCalledAsItsMainClassOrFile(String command, String name) {
        assertThat(Launch.programName(command)).isEqualTo(name);
    }

    @Test
    void whatTheCommandLineRunsIsCalledAsItsFile() {
        assertThat(new Launch(List.of("run", "lessons/First.java", "4")).programName())
                .isEqualTo("First.java");
        assertThat(new Launch(List.of("quickstart")).programName()).isEqualTo("quickstart");
    }
}
