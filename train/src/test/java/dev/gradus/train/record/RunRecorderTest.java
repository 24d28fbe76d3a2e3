package dev.gradus.train.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
    @TempDir Path runs;

    private RunRecorder start(String name) {
        return RunRecorder.start(
                Recording.named(name).in(runs), Map.of("rate", 0.1), "", Optional.empty());
    }

    @Test
    void aRunIsFoundWhileItIsWrittenAndAfterwards() throws Exception {
        try (var recorder = start("My loop: α/β")) {
            var run = recorder.run().orElseThrow();
            await(() -> Files.exists(run.folder().resolve("run.json")));
            assertThat(RunsDirectory.of(runs).list()).containsExactly(run);
            assertThat(run.state()).isEqualTo(RunState.RUNNING);
            assertThat(run.id()).matches("[0-9]{8}-[0-9]{6}-my-loop-[0-9a-f]{6}");
            recorder.log(1, Map.of("loss", 2.5));
            await(() -> run.metrics().size() == 1);
        }
        var run = RunsDirectory.of(runs).list().getFirst();
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        var description = run.description();
        assertThat(description.name()).isEqualTo("My loop: α/β");
        assertThat(description.settings()).containsEntry("rate", 0.1);
        assertThat(description.process().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(description.process().machine()).containsKey("cores");
        assertThat(description.status().ended()).isPresent();
    }

    @Test
    void everyFigureComesBackAsItWasEvenInfiniteOnes() {
        var values =
                Map.of(
                        "third", 1.0 / 3,
                        "none", Double.NaN,
                        "more", Double.POSITIVE_INFINITY,
                        "less", Double.NEGATIVE_INFINITY);
        try (var recorder = start("figures")) {
            recorder.log(7, 2, values);
        }
        var point = RunsDirectory.of(runs).list().getFirst().metrics().getFirst();
        assertThat(point.step()).isEqualTo(7);
        assertThat(point.epoch()).isEqualTo(2);
        assertThat(point.values()).isEqualTo(values);
        assertThat(point.value("missing")).isNaN();
    }

    @Test
    void noFigureIsLostWhenManyComeAtOnce() {
        var count = 150_000;
        try (var recorder = start("fast")) {
            for (var step = 1; step <= count; step++) {
                recorder.log(step, Map.of("loss", (double) step));
            }
        }
        var points = RunsDirectory.of(runs).list().getFirst().metrics();
        assertThat(points).hasSize(count);
        for (var i = 0; i < count; i++) {
            assertThat(points.get(i).value("loss")).isEqualTo(i + 1);
        }
    }

    @Test
    void manyThreadsWriteRunsOfTheirOwnAtOnce() throws Exception {
        var writers = 12;
        var begin = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(writers)) {
            var tasks =
                    IntStream.range(0, writers)
                            .mapToObj(writer ->
                                    pool.submit(() -> {
                                        begin.await();
                                        try (var recorder = start("same name")) {
                                            for (var step = 1; step <= 500; step++) {
                                                recorder.log(step, Map.of("w", (double) writer));
                                            }
                                        }
                                        return writer;
                                    }))
                            .toList();
            begin.countDown();
            for (var task : tasks) {
                task.get();
            }
        }
        var all = RunsDirectory.of(runs).list();
        assertThat(all).hasSize(writers);
        for (var run : all) {
            assertThat(run.metrics()).hasSize(500);
            assertThat(run.metrics().stream().map(it -> it.value("w")).distinct()).hasSize(1);
        }
    }

    @Test
    void statisticsAndCheckpointsComeBack() {
        var layer = new LayerStatistics("0", 1.5, 0.25, 1e-3, -0.5, 2, 0.75, 0.125);
        var bare = layer("flatten");
        var weight = Parameter.of(Tensor.of(1f, 2f));
        try (var recorder = start("statistics")) {
            recorder.statistics(10, List.of(layer, bare));
            recorder.checkpoint(
                    10, new RunCheckpoint.Content(Map.of("w", weight), Map.of("epoch", 3)));
            weight.set(Tensor.of(8f, 9f));
        }
        var run = RunsDirectory.of(runs).list().getFirst();
        var statistics = run.statistics().getFirst();
        assertThat(statistics.step()).isEqualTo(10);
        assertThat(statistics.layers().get(0).updateRatio()).isCloseTo(1e-3, within());
        assertThat(statistics.layers().get(1)).isEqualTo(bare);
        var content = run.checkpoint(10).orElseThrow().read();
        assertThat(content.tensors().get("w").toFloats()).containsExactly(1, 2);
        assertThat(content.notes()).containsEntry("epoch", 3L);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static LayerStatistics layer(String name) {
        var none = Double.NaN;
        return new LayerStatistics(name, none, none, none, none, none, none, none);
    }

    @Test
    void notesOfManyMillionCharactersComeBack() {
        var notes =
                Map.<String, Object>of("many", java.util.Collections.nCopies(200_000, "0123456"));
        try (var recorder = start("notes")) {
            recorder.checkpoint(1, new RunCheckpoint.Content(Map.of(), notes));
        }
        var run = RunsDirectory.of(runs).list().getFirst();
        assertThat(run.lastCheckpoint().orElseThrow().read().notes()).isEqualTo(notes);
    }

    @Test
    void ofManyCheckpointsTheFirstTheLastAndSomeInBetweenAreKept() {
        try (var recorder = start("many")) {
            for (var step = 1; step <= 100; step++) {
                recorder.checkpoint(step, new RunCheckpoint.Content(Map.of(), Map.of()));
            }
        }
        var steps =
                RunsDirectory.of(runs).list().getFirst().checkpoints().stream()
                        .map(RunCheckpoint::step)
                        .toList();
        assertThat(steps).hasSize(CheckpointShelf.MOST).startsWith(1L).endsWith(100L);
        for (var i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i) - steps.get(i - 1)).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void aFailureOrAnotherEndIsSaid() {
        try (var recorder = start("fails")) {
            recorder.failed(new IllegalStateException("the loss fell upwards"));
        }
        var description = RunsDirectory.of(runs).list().getFirst().description();
        assertThat(description.state()).isEqualTo(RunState.FAILED);
        assertThat(description.status().explanation()).contains("the loss fell upwards");
    }

    @Test
    void settingsThatCannotBeWrittenAreRefusedAtOnce() {
        assertThatThrownBy(() ->
                        RunRecorder.start(
                                Recording.named("x").in(runs),
                                Map.of("bad", new Object()),
                                "",
                                Optional.empty()))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidWithWhatToDo() throws Exception {
        var file = Files.createFile(runs.resolve("file"));
        assertThatThrownBy(() ->
                        RunRecorder.start(
                                Recording.named("x").in(file.resolve("runs")),
                                Map.of(),
                                "",
                                Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gradus.runs");
    }

    @Test
    void whenTheDiskFailsTrainingGoesOn() throws Exception {
        try (var recorder = start("disk")) {
            var run = recorder.run().orElseThrow();
            await(() -> Files.exists(run.folder().resolve("run.json")));
            // a file where a folder is wanted is a disk that takes nothing
            Files.writeString(run.folder().resolve("checkpoints"), "in the way");
            recorder.checkpoint(1, new RunCheckpoint.Content(Map.of(), Map.of()));
            await(() -> recorder.problem().isPresent());
            recorder.log(2, Map.of("loss", 1.0));
            assertThat(recorder.problem().orElseThrow()).contains("no longer recorded");
        }
    }

    @Test
    void goingOnTakesBackWhatCameAfterTheCheckpoint() throws Exception {
        try (var recorder = start("long")) {
            for (var step = 1; step <= 10; step++) {
                recorder.log(step, Map.of("loss", (double) step));
                recorder.statistics(step, List.of(layer("0")));
                recorder.checkpoint(step, new RunCheckpoint.Content(Map.of(), Map.of("at", step)));
            }
        }
        var run = RunsDirectory.of(runs).list().getFirst();
        // as a process that was killed leaves it
        Files.writeString(
                run.folder().resolve("metrics.jsonl"),
                "{\"step\":11,\"values\":{\"lo",
                java.nio.file.StandardOpenOption.APPEND);
        try (var again = RunRecorder.goOn(run, run.checkpoint(4).orElseThrow())) {
            assertThatThrownBy(() -> RunRecorder.goOn(run, run.checkpoint(4).orElseThrow()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("written");
            again.log(5, Map.of("loss", -5.0));
        }
        assertThat(run.metrics().stream().map(it -> it.value("loss")))
                .containsExactly(1.0, 2.0, 3.0, 4.0, -5.0);
        assertThat(run.statistics()).hasSize(4);
        assertThat(run.checkpoints().stream().map(RunCheckpoint::step))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void everyLineIsJsonThatOtherProgramsRead() throws Exception {
        try (var recorder = start("lines")) {
            recorder.log(1, Map.of("loss \"quoted\"\n", Double.NaN));
        }
        var lines =
                Files.readAllLines(
                        RunsDirectory.of(runs).list().getFirst().folder().resolve("metrics.jsonl"));
        assertThat(lines).hasSize(1);
        assertThat(Json.read(lines.getFirst())).containsEntry("step", 1L);
    }

    @Test
    void aVeryLongRunIsKeptAsMeans() {
        var thinning = new Thinning(10, 5);
        var kept = new java.util.ArrayList<RunPoint>();
        for (var step = 1; step <= 1_000; step++) {
            kept.addAll(thinning.add(point(step, step)));
        }
        kept.addAll(thinning.rest());
        assertThat(kept).hasSizeBetween(20, 60);
        assertThat(kept.stream().mapToInt(RunPoint::points).sum()).isEqualTo(1_000);
        assertThat(kept.stream().mapToDouble(it -> it.points() * it.value("loss")).sum())
                .isEqualTo(1_000 * 1_001 / 2.0);
        assertThat(kept.getLast().step()).isEqualTo(1_000);
    }

    @Test
    void figuresOfAnotherKindAreNotMixedIntoMeans() {
        var thinning = new Thinning(0, 1_000);
        var kept = new java.util.ArrayList<RunPoint>();
        kept.addAll(thinning.add(point(1, 1)));
        kept.addAll(thinning.add(new RunPoint(1, 1, 0, 1, Map.of("validation loss", 9.0))));
        kept.addAll(thinning.add(point(2, 3)));
        kept.addAll(thinning.rest());
        assertThat(kept)
                .extracting(RunPoint::values)
                .containsExactly(
                        Map.of("loss", 1.0), Map.of("validation loss", 9.0), Map.of("loss", 3.0));
    }

    private static RunPoint point(long step, double loss) {
        return new RunPoint(step, 1, step, 1, Map.of("loss", loss));
    }

    /// Waits for what another thread does.
    static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
