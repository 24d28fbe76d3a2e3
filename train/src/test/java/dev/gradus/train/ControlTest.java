package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Parts;
import dev.gradus.nn.Sequential;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunRecorder;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunWish;
import dev.gradus.train.record.RunsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run is paused, continued and stopped by whoever may write in its folder.
class ControlTest {
    private static final Parts PARTS = Stripes.parts();

    /// The common pool has one thread on a small machine, and these block theirs.
    private static final Executor ALONE = task -> Thread.ofPlatform().daemon().start(task);

    @TempDir Path runs;

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private Trainer trainer(Progress progress) {
        return Trainer.of(Sequential.of(flatten(), dense(8, RELU), dense(3)))
                .batch(50)
                .epochs(20)
                .progress(progress)
                .record(Recording.named("asked").in(runs));
    }

    private static final Progress SLOW =
            new Progress() {
                @Override
                public void batchDone(BatchProgress progress) {
                    try {
                        Thread.sleep(30);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                }
            };

    private RecordedRun only() throws InterruptedException {
        await(() -> RunsDirectory.of(runs).list().size() == 1);
        var run = RunsDirectory.of(runs).list().getFirst();
        await(() -> !run.metrics().isEmpty());
        return run;
    }

    @Test
    void aTrainingWaitsGoesOnAndStopsAndComesToTheSameBits() throws Exception {
        var begin = System.nanoTime();
        var training =
                CompletableFuture.supplyAsync(
                        () -> trainer(SLOW).fit(PARTS.train(), PARTS.validation()), ALONE);
        var run = only();
        assertThat(run.description().plan().steps()).isEqualTo(120);
        run.ask(RunWish.PAUSE);
        await(() -> run.state() == RunState.PAUSED);
        await(() -> run.asked().isEmpty());
        Thread.sleep(250);
        var steps = run.metrics().size();
        var step = run.metrics().getLast().step();
        // one may branch from where it waits
        await(() -> run.checkpoint(step).isPresent());
        Thread.sleep(300);
        assertThat(run.metrics()).hasSize(steps);
        assertThat(training).isNotDone();

        run.ask(RunWish.CONTINUE);
        await(() -> run.state() == RunState.RUNNING);
        await(() -> run.metrics().size() > steps + 2);
        run.ask(RunWish.STOP);
        assertThat(training.get().stopped().reason()).isEqualTo(Stopped.Reason.INTERRUPTED);
        assertThat(run.state()).isEqualTo(RunState.STOPPED);
        // the time it waited is no time of training
        assertThat(run.metrics().getLast().seconds())
                .isLessThan((System.nanoTime() - begin) / 1e9 - 0.5);

        var whole = trainer(Progress.silent()).unrecorded().fit(PARTS.train(), PARTS.validation());
        var resumed = trainer(Progress.silent()).resume(run).fit(PARTS.train(), PARTS.validation());
        assertThat(resumed.weightsSha256()).isEqualTo(whole.weightsSha256());
        assertThatThrownBy(() -> run.ask(RunWish.PAUSE)).hasMessageContaining("has ended");
    }

    /// Asks its own run to wait after so many steps.
    private record AskAfter(int step, Path runs, AtomicInteger steps) implements Progress {
        @Override
        public void batchDone(BatchProgress progress) {
            if (steps.incrementAndGet() != step) {
                return;
            }
            try {
                await(() -> !RunsDirectory.of(runs).list().isEmpty());
                RunsDirectory.of(runs).list().getFirst().ask(RunWish.PAUSE);
                // the thread that writes comes by five times a second
                Thread.sleep(800);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 7})
    void whereverItWaitsOneMayGoOnFromThere(int step) throws Exception {
        // within an epoch, after its last batch, after the first of the next
        var asking = trainer(new AskAfter(step, runs, new AtomicInteger()));
        var training =
                CompletableFuture.supplyAsync(
                        () -> asking.fit(PARTS.train(), PARTS.validation()), ALONE);
        var run = only();
        await(() -> run.state() == RunState.PAUSED);
        await(() ->
                run.lastCheckpoint()
                        .filter(it -> it.step() == run.metrics().getLast().step())
                        .isPresent());
        var checkpoint = run.lastCheckpoint().orElseThrow();
        run.ask(RunWish.STOP);
        training.get();
        var whole = trainer(Progress.silent()).unrecorded().fit(PARTS.train(), PARTS.validation());
        var resumed =
                trainer(Progress.silent())
                        .resume(run, checkpoint)
                        .fit(PARTS.train(), PARTS.validation());
        assertThat(resumed.weightsSha256()).isEqualTo(whole.weightsSha256());
        assertThat(resumed.history())
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(double.class)
                .isEqualTo(whole.history());
    }

    @Test
    void aLoopOfOnesOwnListensIfItAsks() throws Exception {
        try (var recorder =
                RunRecorder.start(
                        Recording.named("own").in(runs), Map.of(), "", Optional.empty())) {
            var run = recorder.run().orElseThrow();
            await(() -> run.state() == RunState.RUNNING);
            assertThatThrownBy(() -> run.ask(RunWish.PAUSE))
                    .hasMessageContaining("while (run.goesOn())");
            assertThat(recorder.goesOn()).isTrue();
            await(() -> run.description().plan().listens());
            run.ask(RunWish.PAUSE);
            await(() -> recorder.wish().isPresent());
            var loop = CompletableFuture.supplyAsync(recorder::goesOn, ALONE);
            await(() -> run.state() == RunState.PAUSED);
            assertThat(loop).isNotDone();
            run.ask(RunWish.CONTINUE);
            assertThat(loop.get()).isTrue();
            await(() -> run.state() == RunState.RUNNING);
            run.ask(RunWish.STOP);
            await(() -> recorder.wish().isPresent());
            assertThat(recorder.goesOn()).isFalse();
        }
    }

    @Test
    void whatIsNoWishIsPassedBy() throws Exception {
        var training =
                CompletableFuture.supplyAsync(
                        () -> trainer(SLOW).fit(PARTS.train(), PARTS.validation()), ALONE);
        var run = only();
        var file = run.folder().resolve("control.json");
        var real =
                Files.writeString(
                        runs.resolve("elsewhere"),
                        "{\"format\": \"gradus control\", \"wish\": \"stop\"}");
        for (var hostile :
                new String[] {
                    "",
                    "{",
                    "[]",
                    "{\"wish\": \"stop\"}",
                    "\0\0\0",
                    "{\"format\": \"gradus control\", \"wish\": \"delete\"}",
                    "{\"format\": \"gradus control\", \"wish\": \"stop\"}" + " ".repeat(1_000)
                }) {
            Files.writeString(file, hostile);
            Thread.sleep(60);
        }
        Files.delete(file);
        link(file, real);
        Thread.sleep(300);
        assertThat(training).isNotDone();
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        Files.delete(file);
        Files.createDirectory(file);
        Thread.sleep(300);
        assertThat(training).isNotDone();
        Files.delete(file);
        run.ask(RunWish.STOP);
        assertThat(training.get().stopped().reason()).isEqualTo(Stopped.Reason.INTERRUPTED);
    }

    private static void link(Path file, Path to) throws IOException {
        Files.createSymbolicLink(file, to);
    }

    @Test
    void whatWasAskedOfAProcessThatIsGoneIsForgotten() throws Exception {
        trainer(Progress.silent()).epochs(1).fit(PARTS.train(), PARTS.validation());
        var run = only();
        Files.writeString(
                run.folder().resolve("control.json"),
                "{\"format\": \"gradus control\", \"wish\": \"stop\"}");
        var resumed =
                trainer(Progress.silent())
                        .epochs(1)
                        .resume(run)
                        .fit(PARTS.train(), PARTS.validation());
        assertThat(resumed.stopped().reason()).isEqualTo(Stopped.Reason.ALL_EPOCHS);
    }
}
