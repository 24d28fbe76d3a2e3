package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.data.Parts;
import dev.gradus.nn.Sequential;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptTest {
    private static final Parts PARTS = Stripes.parts();

    private static Trainer endless() {
        return Trainer.of(Sequential.of(flatten(), dense(16, RELU), dense(3)))
                .batch(8)
                .epochs(1_000_000);
    }

    @Test
    void anInterruptFromAnotherThreadStopsCleanlyWithEverythingKept(@TempDir Path folder)
            throws Exception {
        var underWay = new CountDownLatch(3);
        var progress =
                new Progress() {
                    @Override
                    public void epochDone(EpochResult result) {
                        underWay.countDown();
                    }
                };
        var outcome = new CompletableFuture<Run>();
        var file = folder.resolve("interrupted.gradus");
        var thread =
                Thread.ofPlatform()
                        .start(() -> {
                            var run =
                                    endless()
                                            .progress(progress)
                                            .fit(PARTS.train(), PARTS.validation());
                            // the interrupt is answered: nothing here stumbles over it
                            assertThat(Thread.currentThread().isInterrupted()).isFalse();
                            run.evaluate(PARTS.test());
                            run.save(file);
                            outcome.complete(run);
                        });

        assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        var run = outcome.get(30, TimeUnit.SECONDS);

        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.INTERRUPTED);
        assertThat(run.stopped().explanation()).contains("Interrupted in epoch", "are kept");
        assertThat(run.history()).hasSizeGreaterThanOrEqualTo(3);
        var best = run.history().get(run.bestEpoch() - 1);
        assertThat(run.model().predict(PARTS.validation()).confusion().accuracy())
                .isEqualTo(best.validationAccuracy());
        assertThat(Model.load(file).weightsSha256()).isEqualTo(run.weightsSha256());
    }

    @Test
    void anInterruptInTheMiddleOfTheFirstEpochKeepsWhatWasLearned() {
        var progress =
                new Progress() {
                    @Override
                    public void batchDone(BatchProgress now) {
                        if (now.batch() == 5) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };

        var run = endless().progress(progress).fit(PARTS.train(), PARTS.validation());

        assertThat(Thread.interrupted()).isFalse();
        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.INTERRUPTED);
        assertThat(run.steps()).isEqualTo(5);
        assertThat(run.history()).hasSize(1);
        assertThat(run.history().getFirst().steps()).isEqualTo(5);
        assertThat(run.bestEpoch()).isEqualTo(1);
    }

    @Test
    void anInterruptBeforeTheFirstStepTrainsNothing() {
        Thread.currentThread().interrupt();

        var run = endless().fit(PARTS.train(), PARTS.validation());

        assertThat(Thread.interrupted()).isFalse();
        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.INTERRUPTED);
        assertThat(run.steps()).isZero();
        assertThat(run.bestEpoch()).isZero();
        assertThat(run.secondsToFirstStep()).isZero();
        assertThat(run.samplesPerSecond()).isZero();
    }

    @Test
    void aDelayedInterruptDuringValidationIsNotLost() {
        var progress =
                new Progress() {
                    @Override
                    public void epochDone(EpochResult result) {
                        if (result.epoch() == 2) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };

        var run = endless().progress(progress).fit(PARTS.train(), PARTS.validation());

        assertThat(run.stopped().reason()).isEqualTo(Stopped.Reason.INTERRUPTED);
        assertThat(run.history()).hasSize(2);
    }
}
