package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunDescription;
import dev.gradus.train.record.RunPoint;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import dev.gradus.train.record.RunsListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed in the middle, as by `kill -9`, leaves a run that can be read, and that
/// another process carries to the same bits.
class KilledRunTest {
    @TempDir Path runs;

    @Test
    void whatWasKilledIsNoticedReadAndCarriedToTheSameBits() throws Exception {
        var died = new LinkedBlockingQueue<RunState>();
        RecordedRun run;
        try (var _ = RunsDirectory.of(runs).watch(listener(died))) {
            var victim = start("-Dgradus.threads=2", "slowly");
            // others write to the same directory meanwhile
            var one = start("-Dgradus.threads=1", "record");
            var other = start("-Dgradus.threads=2", "record");
            try {
                run = runOf(victim);
                await(() -> run.checkpoints().size() >= 4);
                assertThat(run.state()).isEqualTo(RunState.RUNNING);
            } finally {
                victim.destroyForcibly().waitFor();
            }
            assertThat(died.poll(20, TimeUnit.SECONDS)).isEqualTo(RunState.LOST);
            assertThat(hash(other)).isEqualTo(hash(one));
        }
        var before = run.metrics();
        assertThat(before).hasSizeGreaterThan(8);
        assertThat(run.state()).isEqualTo(RunState.LOST);

        var plain = hash(start("-Dgradus.threads=1", "plain"));
        assertThat(hash(start("-Dgradus.threads=1", "resume", run.id()))).isEqualTo(plain);
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(run.metrics().stream().map(RunPoint::step).distinct()).hasSize(60);
        assertThat(RunsDirectory.of(runs).list()).hasSize(3).allMatch(it -> result(it, plain));
    }

    @Test
    void twoThreadsCarryOnWhatTwoBegan() throws Exception {
        var victim = start("-Dgradus.threads=2", "slowly");
        RecordedRun run;
        try {
            run = runOf(victim);
            await(() -> run.checkpoints().size() >= 2);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        var plain = hash(start("-Dgradus.threads=2", "plain"));
        assertThat(hash(start("-Dgradus.threads=2", "resume", run.id()))).isEqualTo(plain);
    }

    private static boolean result(RecordedRun run, String hash) {
        return hash.equals(run.description().status().result().get("weights_sha256"));
    }

    private static RunsListener listener(BlockingQueue<RunState> died) {
        return new RunsListener() {
            @Override
            public void changed(RecordedRun run, RunDescription description) {
                if (description.state() == RunState.LOST) {
                    died.add(description.state());
                }
            }
        };
    }

    private RecordedRun runOf(Process process) throws InterruptedException {
        await(() -> find(process).isPresent());
        return find(process).orElseThrow();
    }

    private java.util.Optional<RecordedRun> find(Process process) {
        return RunsDirectory.of(runs).list().stream()
                .filter(run -> run.description().process().pid() == process.pid())
                .findFirst();
    }

    private Process start(String option, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", option));
        command.addAll(List.of("-cp", DeterminismTest.path(), TrainAndRecord.class.getName()));
        command.add(arguments[0]);
        command.add(runs.toString());
        command.addAll(List.of(arguments).subList(1, arguments.length));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String hash(Process process) throws Exception {
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(text.strip()).matches("[0-9a-f]{64}");
        return text.strip();
    }

    private static void await(java.util.function.BooleanSupplier condition)
            throws InterruptedException {
        var end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            Thread.sleep(20);
        }
    }
}
