package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.sgd;
import static dev.gradus.nn.Regularizers.l2;
import static dev.gradus.nn.Schedules.cosine;
import static dev.gradus.nn.Schedules.reduceOnPlateau;
import static dev.gradus.nn.Schedules.warmup;
import static dev.gradus.train.EarlyStopping.early;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.data.Parts;
import dev.gradus.nn.Sequential;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunCheckpoint;
import dev.gradus.train.record.RunParent;
import dev.gradus.train.record.RunPoint;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A run that goes on from a checkpoint comes to the same bits as one that never ended.
class ResumeTest {
    // 300 examples to learn from
    private static final Parts PARTS = Stripes.parts();

    @TempDir Path runs;

    /// Trainings that remember more than their weights.
    enum Case {
        ADAM_DROPOUT_BATCH_NORM_SCHEDULE(
                trainer().optimizer(adam(3e-3)).schedule(warmup(4).then(cosine()))),
        MOMENTUM_ACCUMULATION_AVERAGES(
                trainer().optimizer(sgd(0.05).momentum(0.9)).accumulate(3).averageWeights(0.8)),
        PLATEAU_REGULARIZER_EARLY_STOPPING(
                trainer()
                        .schedule(reduceOnPlateau().patience(0).threshold(0.2))
                        .regularizer(l2(1e-3))
                        .bestBy(Metrics.macroF1())
                        .epochs(9)
                        .stop(early().patience(2).smallest(0.2))),
        STEPS_THAT_END_WITHIN_AN_EPOCH(trainer().steps(13));

        private final Trainer trainer;

        Case(Trainer trainer) {
            this.trainer = trainer;
        }

        private static Trainer trainer() {
            return Trainer.of(
                            Sequential.of(
                                    conv2d(4, 3, RELU),
                                    batchNorm(),
                                    flatten(),
                                    dense(24, RELU),
                                    dropout(0.3),
                                    dense(3)))
                    .batch(64)
                    .epochs(3)
                    .seed(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fromAnyCheckpointItComesToTheSameBits(Case each) {
        var plain = fit(each.trainer);
        var recording = Recording.named("whole").in(runs).checkpointEvery(2).statisticsEvery(1);
        var whole = fit(each.trainer.record(recording));
        assertThat(whole.weightsSha256())
                .as("recorded, with statistics of each step")
                .isEqualTo(plain.weightsSha256());

        var run = run();
        var points = run.metrics();
        var checkpoints = run.checkpoints();
        assertThat(checkpoints).hasSizeGreaterThan(4);
        // backwards: going on deletes the checkpoints after the one it begins from
        for (var checkpoint : checkpoints.reversed()) {
            var resumed = fit(each.trainer.record(recording).resume(run, checkpoint));
            assertThat(resumed.weightsSha256())
                    .as("from step %d", checkpoint.step())
                    .isEqualTo(plain.weightsSha256());
            assertThat(resumed.bestEpoch()).isEqualTo(plain.bestEpoch());
            assertThat(resumed.stopped()).isEqualTo(plain.stopped());
            assertThat(resumed.steps()).isEqualTo(plain.steps());
            assertThat(figures(resumed)).isEqualTo(figures(plain));
            assertThat(losses(run.metrics())).isEqualTo(losses(points));
            assertThat(run.statistics()).hasSize((int) points.getLast().step());
            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(run.description().status().result())
                    .containsEntry("weights_sha256", plain.weightsSha256());
        }
        assertThat(run.checkpoints().stream().map(RunCheckpoint::step).toList())
                .as("it takes the same ones anew")
                .isEqualTo(checkpoints.stream().map(RunCheckpoint::step).toList());
    }

    private static Run fit(Trainer trainer) {
        return trainer.fit(PARTS.train(), PARTS.validation());
    }

    private RecordedRun run() {
        var all = RunsDirectory.of(runs).list();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /// Everything but the times.
    private static List<List<Object>> figures(Run run) {
        return run.history().stream()
                .map(it ->
                        Stream.<Object>of(
                                        it.epoch(),
                                        it.steps(),
                                        it.trainLoss(),
                                        it.trainAccuracy(),
                                        it.validationLoss(),
                                        it.metrics(),
                                        it.best())
                                .toList())
                .toList();
    }

    private static List<List<Double>> losses(List<RunPoint> points) {
        return points.stream()
                .map(it ->
                        Stream.of(
                                        (double) it.step(),
                                        (double) it.epoch(),
                                        it.value("loss"),
                                        it.value("accuracy"),
                                        it.value("learning rate"),
                                        it.value("validation loss"))
                                .toList())
                .toList();
    }

    @Test
    void anInterruptedRunGoesOnAsIfItHadNotBeen() {
        var trainer = Case.ADAM_DROPOUT_BATCH_NORM_SCHEDULE.trainer;
        var plain = fit(trainer);
        var interrupting =
                new Progress() {
                    @Override
                    public void batchDone(BatchProgress progress) {
                        if (progress.epoch() == 2 && progress.batch() == 3) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
        var recorded = trainer.record(Recording.named("interrupted").in(runs));
        var interrupted = fit(recorded.progress(interrupting));
        assertThat(interrupted.stopped().reason()).isEqualTo(Stopped.Reason.INTERRUPTED);
        assertThat(run().state()).isEqualTo(RunState.STOPPED);
        assertThat(run().lastCheckpoint().orElseThrow().step()).isEqualTo(8);

        var resumed = fit(recorded.resume(run()));
        assertThat(resumed.weightsSha256()).isEqualTo(plain.weightsSha256());
        assertThat(figures(resumed)).isEqualTo(figures(plain));
        assertThat(run().metrics()).filteredOn(it -> it.values().containsKey("loss")).hasSize(15);
    }

    @Test
    void otherSettingsOrDataAreRefusedWithWhatDiffers() {
        var recording = Recording.named("strict").in(runs).checkpointEvery(2);
        var trainer = Case.ADAM_DROPOUT_BATCH_NORM_SCHEDULE.trainer.record(recording);
        fit(trainer);
        var resumed = trainer.resume(run());
        assertThatThrownBy(() -> fit(resumed.batch(32).seed(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its batch is 64, here it is 32")
                .hasMessageContaining("its seed is 5, here it is 6")
                .hasMessageContaining("branch");
        assertThatThrownBy(() -> resumed.fit(PARTS.test(), PARTS.validation()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("training");
    }

    @Test
    void aBranchIsARunOfItsOwnWithOtherSettings() {
        var recording = Recording.named("trunk").in(runs).checkpointEvery(2);
        var trainer = Case.ADAM_DROPOUT_BATCH_NORM_SCHEDULE.trainer.record(recording);
        var trunk = fit(trainer);
        var from = run();
        var checkpoint = from.checkpoint(8).orElseThrow();

        var same = fit(trainer.branch(from, checkpoint));
        assertThat(same.weightsSha256()).isEqualTo(trunk.weightsSha256());

        var slower = fit(trainer.optimizer(adam(1e-4)).branch(from, checkpoint));
        assertThat(slower.weightsSha256()).isNotEqualTo(trunk.weightsSha256());
        assertThat(slower.history().getFirst().trainLoss())
                .as("the past is shared")
                .isEqualTo(trunk.history().getFirst().trainLoss());

        var other = fit(trainer.optimizer(sgd(0.1)).batch(32).epochs(4).branch(from, checkpoint));
        assertThat(other.history()).hasSize(4);
        var branches = RunsDirectory.of(runs).list();
        assertThat(branches).hasSize(4);
        assertThat(branches).filteredOn(it -> it.description().parent().isPresent()).hasSize(3);
        assertThat(branches)
                .filteredOn(it -> it.description().settings().get("batch").equals(32L))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.description().parent()).contains(new RunParent(from.id(), 8));
                });
        assertThat(from.state()).isEqualTo(RunState.FINISHED);
    }
}
