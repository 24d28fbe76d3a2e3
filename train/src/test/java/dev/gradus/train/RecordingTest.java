package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.data.Parts;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.record.LayerStatistics;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a trainer writes of its run.
class RecordingTest {
    private static final Parts PARTS = Stripes.parts();

    @TempDir Path runs;

    private Trainer trainer() {
        return Trainer.of(Sequential.of(flatten(), dense(8, RELU).named("hidden"), dense(3)))
                .batch(50)
                .epochs(2)
                .command("as typed")
                .record(Recording.named("stripes").in(runs).statisticsEvery(1));
    }

    private RecordedRun run() {
        return RunsDirectory.of(runs).list().getFirst();
    }

    @Test
    void settingsDataFiguresAndResultAreWritten() {
        var made = trainer().fit(PARTS.train(), PARTS.validation());
        var description = run().description();
        assertThat(description.state()).isEqualTo(RunState.FINISHED);
        assertThat(description.process().command()).isEqualTo("as typed");
        assertThat(description.settings()).containsEntry("batch", 50L).containsKey("network");
        assertThat((Map<?, ?>) description.data().get("training"))
                .satisfies(it -> assertThat(it.get("sha256")).isEqualTo(PARTS.train().hash()));
        assertThat(description.status().result())
                .containsEntry("weights_sha256", made.weightsSha256());

        var points = run().metrics();
        assertThat(points).filteredOn(it -> it.values().containsKey("loss")).hasSize(12);
        var epochs =
                points.stream().filter(it -> it.values().containsKey("validation loss")).toList();
        assertThat(epochs).hasSize(2);
        for (var i = 0; i < 2; i++) {
            var result = made.history().get(i);
            assertThat(epochs.get(i).value("validation loss")).isEqualTo(result.validationLoss());
            assertThat(epochs.get(i).value("training loss")).isEqualTo(result.trainLoss());
            assertThat(epochs.get(i).value("validation accuracy"))
                    .isEqualTo(result.validationAccuracy());
        }
    }

    @Test
    void theModelCanBeTakenOutOfACheckpoint() {
        var made = trainer().fit(PARTS.train(), PARTS.validation());
        var model = Model.bestUntil(run().lastCheckpoint().orElseThrow());
        assertThat(model.weightsSha256()).isEqualTo(made.weightsSha256());
        assertThat(model.classes()).isEqualTo(PARTS.train().classes());
        var answers = model.predict(PARTS.test());
        assertThat(answers.probabilities().toFloats())
                .isEqualTo(made.model().predict(PARTS.test()).probabilities().toFloats());
        assertThat(model.provenance().dataHash()).isEqualTo(PARTS.train().hash());
    }

    @Test
    void statisticsOfLayersAreWhatTheyAreCalled() {
        // one batch of everything, and a plain step: all of it can be computed by hand
        var net =
                Sequential.of(flatten(), dense(8, RELU), dense(3))
                        .build(Stripes.PICTURE, dev.gradus.nn.Seed.seed(4));
        var before = dev.gradus.io.Weights.of(net).tensors();
        var size = PARTS.train().size();
        Trainer.of(net)
                .batch(size)
                .steps(1)
                .optimizer(sgd(0.5))
                .record(Recording.named("one step").in(runs).statisticsEvery(1))
                .fit(PARTS.train(), PARTS.validation());
        dev.gradus.io.Weights.of(before).into(net);

        var preprocessing = dev.gradus.data.Standardize.fit(PARTS.train());
        var batch = PARTS.train().through(preprocessing).batches(size).get(0);
        var hidden = net.upTo(1).apply(batch.x());
        var loss = dev.gradus.nn.Losses.crossEntropy().apply(net.apply(batch.x()), batch.y());
        var weights = Parameters.trainable(net);
        var gradients = Gradients.of(loss, List.of(weights.get("1.weight"), weights.get("1.bias")));

        var statistics = run().statistics();
        assertThat(statistics).hasSize(1);
        var layers = statistics.getFirst().layers();
        assertThat(layers).extracting(LayerStatistics::layer).containsExactly("0", "1", "2");
        assertThat(layers.get(0).gradientNorm()).isNaN();
        var seen = layers.get(1);
        assertThat(seen.mean()).isCloseTo(hidden.mean().item(), within(1e-5));
        assertThat(seen.deviation()).isCloseTo(Math.sqrt(hidden.variance().item()), within(1e-5));
        assertThat(seen.zeros()).isCloseTo(share(hidden), within(1e-5));
        var norm = Math.sqrt(sumOfSquares(gradients.get(0)) + sumOfSquares(gradients.get(1)));
        assertThat(seen.gradientNorm()).isCloseTo(norm, within(1e-5));
        var length =
                Math.sqrt(
                        sumOfSquares(weights.get("1.weight"))
                                + sumOfSquares(weights.get("1.bias")));
        assertThat(seen.updateRatio()).isCloseTo(0.5 * norm / length, within(1e-5));
        assertThat(seen.gradientMean()).isPositive().isLessThan(norm);
    }

    private static double share(Tensor tensor) {
        var zeros = 0;
        for (var value : tensor.toFloats()) {
            zeros += value == 0 ? 1 : 0;
        }
        return (double) zeros / tensor.count();
    }

    private static double sumOfSquares(Tensor tensor) {
        var sum = 0.0;
        for (var value : tensor.toDoubles()) {
            sum += value * value;
        }
        return sum;
    }

    @Test
    void unitsThatAreSilentForTheWholeBatchAreDead() {
        var net =
                Sequential.of(flatten(), dense(4, RELU), dense(3))
                        .build(Stripes.PICTURE, dev.gradus.nn.Seed.seed(4));
        Parameters.of(net).get("1.bias").set(Tensor.of(-1e6f, -1e6f, -1e6f, 1e3f));
        Trainer.of(net)
                .steps(1)
                .record(Recording.named("dead").in(runs).statisticsEvery(1))
                .fit(PARTS.train(), PARTS.validation());
        assertThat(run().statistics().getFirst().layers().get(1).dead()).isEqualTo(0.75);
    }

    @Test
    void aRunThatFailsSaysSo() {
        var failing =
                new Progress() {
                    @Override
                    public void epochDone(EpochResult result) {
                        throw new IllegalStateException("no more paper");
                    }
                };
        assertThatThrownBy(() -> trainer().progress(failing).fit(PARTS.train(), PARTS.validation()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(run().state()).isEqualTo(RunState.FAILED);
        assertThat(run().description().status().explanation()).contains("no more paper");
    }

    @Test
    void aLossThatIsNoNumberFailsTheRun() {
        trainer().optimizer(sgd(1e30)).epochs(3).fit(PARTS.train(), PARTS.validation());
        assertThat(run().state()).isEqualTo(RunState.FAILED);
        assertThat(run().metrics())
                .anyMatch(it ->
                        it.values().containsKey("loss") && !Double.isFinite(it.value("loss")));
    }

    @Test
    void nothingIsRecordedUnlessAskedFor() {
        trainer().unrecorded().fit(PARTS.train(), PARTS.validation());
        assertThat(RunsDirectory.of(runs).list()).isEmpty();
    }

    @Test
    void judgingARunRecordsNoBaselines() {
        trainer().fit(PARTS.train(), PARTS.validation()).evaluate(PARTS.test());
        assertThat(RunsDirectory.of(runs).list()).hasSize(1);
    }
}
