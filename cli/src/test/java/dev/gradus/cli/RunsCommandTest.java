package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.io.Json;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunRecorder;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    @TempDir Path folder;
    private Path runs;

    @BeforeEach
    void recordHere() {
        runs = folder.resolve("runs");
        System.setProperty("gradus.runs", runs.toString());
    }

    @AfterEach
    void recordNowhere() {
        System.clearProperty("gradus.runs");
        System.clearProperty("gradus.launch");
    }

    private RecordedRun only() {
        var all = RunsDirectory.of(runs).list();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void aQuickstartIsRecordedListedShownResumedAndDeleted() throws IOException {
        var json = folder.resolve("figures.json");
        var out = folder.resolve("out");
        var first =
                Shell.gradus(
                        "quickstart", "--epochs", "2", "--seed", "5", "--out", out, "--json", json);
        assertThat(first.exitCode()).isZero();
        var hash = Json.read(Files.readString(json)).get("weights_sha256");
        var run = only();
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(run.description().status().result()).containsEntry("weights_sha256", hash);
        // layers are looked at from the first second on, which a fast machine does not need
        assertThat(run.metrics()).isNotEmpty();

        assertThat(Shell.gradus("runs", "list").out()).contains("finished", run.id(), "loss");
        assertThat(Shell.gradus("runs", "show", "last").out())
                .contains("gradus quickstart --model mlp", "Checkpoints", "adam");

        Files.delete(json);
        var again = Shell.gradus("runs", "resume", "last");
        assertThat(again.err()).isEmpty();
        assertThat(again.exitCode()).isZero();
        assertThat(Json.read(Files.readString(json))).containsEntry("weights_sha256", hash);
        assertThat(only().state()).isEqualTo(RunState.FINISHED);

        assertThat(Shell.gradus("runs", "delete", run.id()).out()).contains("Deleted");
        assertThat(RunsDirectory.of(runs).list()).isEmpty();
        assertThat(Shell.gradus("runs", "list").out()).contains("Nothing has been recorded");
    }

    @Test
    void aProgramIsRecordedWithoutAWordAndResumed() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("First.java"),
                        """
                        import module dev.gradus;
                        import static dev.gradus.Gradus.*;

                        void main(String[] arguments) {
                            var parts =
                                    Split.fractions(0.6, 0.2, 0.2)
                                            .seed(1)
                                            .of(Spirals.of(2, 100).dataset());
                            Trainer.of(Sequential.of(dense(8, RELU), dense(2)))
                                    .epochs(Integer.parseInt(arguments[0]))
                                    .fit(parts.train(), parts.validation());
                        }
                        """);
        assertThat(Shell.gradus("run", file, "4").exitCode()).isZero();
        var run = only();
        var description = run.description();
        assertThat(description.name()).isEqualTo("First.java");
        assertThat(description.process().launch()).containsExactly("run", file.toString(), "4");
        assertThat(description.state()).isEqualTo(RunState.FINISHED);

        var resumed = Shell.gradus("runs", "resume", "last");
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.exitCode()).isZero();
        assertThat(only().description().process().pid()).isNotEqualTo(description.process().pid());
        assertThat(only().description().status().result().get("weights_sha256"))
                .isEqualTo(description.status().result().get("weights_sha256"));

        var branched =
                Shell.gradus(
                        "runs",
                        "branch",
                        "last",
                        "--rate",
                        "0.01",
                        "--batch",
                        "30",
                        "--epochs",
                        "6");
        assertThat(branched.err()).isEmpty();
        assertThat(branched.exitCode()).isZero();
        var branch =
                RunsDirectory.of(runs).list().stream()
                        .filter(it -> !it.equals(run))
                        .findFirst()
                        .orElseThrow();
        assertThat(branch.description().parent().orElseThrow().run()).isEqualTo(run.id());
        assertThat(branch.description().name())
                .isEqualTo("First.java, learning rate 0.01, batch 30, epochs 6");
        assertThat(branch.metrics().getLast().value("validation loss")).isPositive();
        // what was changed is changed when a branch goes on
        var again = Shell.gradus("runs", "resume", branch.id());
        assertThat(again.err()).isEmpty();
        assertThat(again.exitCode()).isZero();
        branch.delete();
        assertThat(Shell.gradus("runs", "branch", "last").err()).contains("give --rate");
        assertThat(Shell.gradus("runs", "branch", "last", "--rate", "-1").err())
                .contains("learning rate -1.0: give above 0");

        Files.writeString(file, Files.readString(file).replace("dense(8,", "dense(9,"));
        var changed = Shell.gradus("runs", "resume", run.id());
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.err()).contains("was the program changed");
    }

    @Test
    void aRunOfAnotherProcessWaitsGoesOnAndStops() throws Exception {
        var recorder = RunRecorder.start(Recording.named("asked"), Map.of(), "", Optional.empty());
        var loop =
                Thread.ofPlatform()
                        .start(() -> {
                            for (var step = 1; recorder.goesOn(); step++) {
                                recorder.log(step, Map.of("loss", 1.0 / step));
                                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                            }
                            recorder.ended(RunState.STOPPED, "");
                            recorder.close();
                        });
        var run = recorder.run().orElseThrow();
        while (!run.description().plan().listens()) {
            Thread.sleep(20);
        }
        assertThat(Shell.gradus("runs", "pause", "last").out()).contains("Paused " + run.id());
        assertThat(Shell.gradus("runs", "list").out()).contains("paused");
        assertThat(Shell.gradus("runs", "continue", "last").out()).contains("Goes on: " + run.id());
        assertThat(Shell.gradus("runs", "stop", "last").out()).contains("Stopped " + run.id());
        loop.join();
        assertThat(Shell.gradus("runs", "pause", "last").err()).contains("it has ended");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(Shell.gradus("runs").exitCode()).isEqualTo(2);
        assertThat(Shell.gradus("runs", "show", "nothing").err())
                .contains("There is no run nothing");
        try (var recorder =
                RunRecorder.start(Recording.named("own loop"), Map.of(), "", Optional.empty())) {
            recorder.log(1, Map.of("loss", 1.0));
        }
        assertThat(Shell.gradus("runs", "resume", "own-loop").err()).contains("no checkpoint");
        System.setProperty("gradus.runs", "off");
        assertThat(Shell.gradus("runs", "list").err()).contains("switched off");
    }

    @Test
    void whatNobodyAskedForIsDeletedTogether() {
        RunRecorder.start(Recording.unasked("a program").in(runs), Map.of(), "", Optional.empty())
                .close();
        RunRecorder.start(Recording.named("mine").in(runs), Map.of(), "", Optional.empty()).close();
        assertThat(Shell.gradus("runs", "delete").exitCode()).isNotZero();
        assertThat(Shell.gradus("runs", "delete", "--before", "2020-01-01").exitCode()).isNotZero();

        var none = Shell.gradus("runs", "delete", "--unasked", "--before", "2020-01-01");
        assertThat(none.out()).contains("none");
        assertThat(RunsDirectory.of(runs).list()).hasSize(2);

        assertThat(Shell.gradus("runs", "delete", "--unasked").out()).contains("a-program");
        assertThat(only().description().name()).isEqualTo("mine");
    }
}
