package dev.gradus.train.record;

import static dev.gradus.train.record.RunRecorderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsWatchTest {
    @TempDir Path runs;

    /// Writes down what it is told.
    private static final class Told implements RunsListener {
        final List<String> events = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void found(RecordedRun run) {
            events.add("found " + run.description().name());
        }

        @Override
        public void changed(RecordedRun run, RunDescription description) {
            events.add("changed " + description.state());
        }

        @Override
        public void measured(RecordedRun run, List<RunPoint> points) {
            points.forEach(it -> events.add("measured " + it.step()));
        }

        @Override
        public void looked(RecordedRun run, List<RunStatistics> statistics) {
            statistics.forEach(it -> events.add("looked " + it.step()));
        }

        @Override
        public void rewound(RecordedRun run, long step) {
            events.add("rewound " + step);
        }

        @Override
        public void checkpoints(RecordedRun run, List<RunCheckpoint> checkpoints) {
            events.add("checkpoints " + checkpoints.size());
        }

        @Override
        public void deleted(String id) {
            events.add("deleted");
        }
    }

    private RunRecorder start(String name) {
        return RunRecorder.start(Recording.named(name).in(runs), Map.of(), "", Optional.empty());
    }

    @Test
    void tellsOfEverythingThatHappensToARun() throws Exception {
        var told = new Told();
        try (var _ = RunsDirectory.of(runs.resolve("later")).watch(told)) {
            var recorder =
                    RunRecorder.start(
                            Recording.named("live").in(runs.resolve("later")),
                            Map.of(),
                            "",
                            Optional.empty());
            await(() -> told.events.contains("found live"));
            recorder.log(1, Map.of("loss", 1.0));
            await(() -> told.events.contains("measured 1"));
            recorder.log(2, Map.of("loss", 1.0));
            recorder.statistics(2, List.of());
            recorder.checkpoint(2, new RunCheckpoint.Content(Map.of(), Map.of()));
            await(() -> told.events.contains("looked 2"));
            await(() -> told.events.contains("checkpoints 1"));
            recorder.log(3, Map.of("loss", 1.0));
            recorder.close();
            await(() -> told.events.contains("changed FINISHED"));
            assertThat(told.events)
                    .containsSubsequence(
                            "measured 1", "measured 2", "measured 3", "changed FINISHED");

            var run = recorder.run().orElseThrow();
            var again = RunRecorder.goOn(run, run.lastCheckpoint().orElseThrow());
            await(() -> told.events.contains("changed RUNNING"));
            assertThat(told.events).contains("rewound 2");
            again.log(3, Map.of("loss", 1.0));
            again.close();
            await(() -> Collections.frequency(told.events, "changed FINISHED") == 2);
            assertThat(told.events).filteredOn("measured 3"::equals).hasSize(2);
            run.delete();
            await(() -> told.events.contains("deleted"));
        }
    }

    @Test
    void whatHasEndedIsFoundWithoutItsLines() throws Exception {
        try (var recorder = start("before")) {
            recorder.log(1, Map.of("loss", 1.0));
        }
        var told = new Told();
        try (var _ = RunsDirectory.of(runs).watch(told)) {
            await(() -> told.events.contains("found before"));
            Thread.sleep(700);
        }
        assertThat(told.events).containsExactly("found before");
    }

    @Test
    void afterCloseNothingMoreIsTold() throws Exception {
        var told = new Told();
        RunsDirectory.of(runs).watch(told).close();
        var before = told.events.size();
        start("late").close();
        Thread.sleep(700);
        assertThat(told.events).hasSize(before);
    }
}
