package dev.gradus.studio.models;

import dev.gradus.nn.Optimizers;
import dev.gradus.train.BatchProgress;
import dev.gradus.train.EpochResult;
import dev.gradus.train.Metrics;
import dev.gradus.train.Progress;
import dev.gradus.train.Run;
import dev.gradus.train.Stopped;
import dev.gradus.train.Trainer;
import dev.gradus.train.record.Recording;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Trains a first model of a subject, on a thread of its own, in less than a minute on any machine: what is
/// learnt after three quarters of one is kept.
///
/// It is recorded like any other run.
final class Training implements Progress {
    private static final long MOST_NANOSECONDS = 42_000_000_000L;
    private static final int BATCH = 64;
    // twenty of them are kept, the first one among these: it learns most in the beginning
    private static final int MOMENTS = 60;
    private static final long BETWEEN_WORDS = 200_000_000L;

    private final Subject subject;
    private final Shelf shelf;
    private final Consumer<Map<String, Object>> tell;
    private final long begin = System.nanoTime();
    private final Thread thread;
    private long told;

    /// Begins.
    ///
    /// @param tell is told how it goes, and what came of it
    Training(Subject subject, Shelf shelf, Consumer<Map<String, Object>> tell) {
        this.subject = subject;
        this.shelf = shelf;
        this.tell = tell;
        this.thread =
                Thread.ofPlatform().daemon().name("gradus-studio-training").unstarted(this::work);
    }

    Training start() {
        thread.start();
        return this;
    }

    /// Ends it after the step at hand; what was learnt is kept.
    void stop() {
        thread.interrupt();
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    private void work() {
        try {
            var parts = subject.parts(0);
            var trainer =
                    Trainer.of(subject.network())
                            .optimizer(Optimizers.adam(1.5e-3))
                            .batch(BATCH)
                            .epochs(subject.epochs())
                            .bestBy(Metrics.accuracy())
                            .seed(1)
                            .command("gradus studio")
                            .progress(this)
                            .record(
                                    Recording.named("studio, " + subject.word())
                                            .checkpointEvery(momentEvery(parts.train().size())));
            done(recorded(trainer, parts));
        } catch (RuntimeException e) {
            tell.accept(Map.of("is", "failed", "why", String.valueOf(e.getMessage())));
        }
    }

    /// So often that one can look back and see it learn.
    private long momentEvery(int examples) {
        return Math.max(1, (long) subject.epochs() * Math.ceilDiv(examples, BATCH) / MOMENTS);
    }

    /// A disk that is full keeps no one from training.
    private static Run recorded(Trainer trainer, dev.gradus.data.Parts parts) {
        try {
            return trainer.fit(parts.train(), parts.validation());
        } catch (UncheckedIOException _) {
            return trainer.unrecorded().fit(parts.train(), parts.validation());
        }
    }

    private void done(Run run) {
        if (run.bestEpoch() == 0) {
            var why =
                    run.stopped().reason() == Stopped.Reason.INTERRUPTED
                            ? "It was stopped before it had seen every example once: nothing was kept."
                            : run.stopped().explanation();
            tell.accept(Map.of("is", "failed", "why", why));
            return;
        }
        var entry = shelf.keep(run.model(), subject);
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "trained");
        words.put("id", entry.id());
        words.put("seconds", (System.nanoTime() - begin) / 1e9);
        words.put("why", run.stopped().explanation());
        tell.accept(words);
    }

    @Override
    public void batchDone(BatchProgress progress) {
        var now = System.nanoTime();
        if (now - begin > MOST_NANOSECONDS) {
            // answered by ending with the best that there is
            Thread.currentThread().interrupt();
        }
        if (now - told < BETWEEN_WORDS) {
            return;
        }
        told = now;
        var words = new LinkedHashMap<String, Object>();
        words.put("is", "training");
        words.put("subject", subject.word());
        words.put("epoch", progress.epoch());
        words.put("epochs", progress.epochs());
        words.put(
                "done",
                (progress.epoch() - 1 + (double) progress.batch() / progress.batches())
                        / progress.epochs());
        words.put("loss", progress.loss());
        words.put("accuracy", progress.accuracy());
        words.put(
                "secondsLeft",
                Math.min(progress.secondsLeft(), (MOST_NANOSECONDS - (now - begin)) / 1e9));
        tell.accept(words);
    }

    @Override
    public void epochDone(EpochResult result) {
        tell.accept(
                Map.of(
                        "is", "epoch",
                        "epoch", result.epoch(),
                        "loss", result.validationLoss(),
                        "accuracy", result.validationAccuracy(),
                        "seen", result.trainLoss()));
    }
}
