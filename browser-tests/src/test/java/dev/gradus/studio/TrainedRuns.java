package dev.gradus.studio;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SIGMOID;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.sgd;

import dev.gradus.data.Dataset;
import dev.gradus.data.Spirals;
import dev.gradus.data.Split;
import dev.gradus.data.fashion.FashionMnist;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.train.BatchProgress;
import dev.gradus.train.Progress;
import dev.gradus.train.Trainer;
import dev.gradus.train.record.Recording;
import java.util.stream.IntStream;

/// Short runs of this process, one of each kind that the pages tell of.
final class TrainedRuns {
    private TrainedRuns() {}

    /// Writes them all into the folder of runs.
    static void all() {
        lost();
        fading();
        failed();
        spirals();
        garments();
    }

    /// A model of pictures that can be judged and tried.
    static void garments() {
        var parts = FashionMnist.load();
        train(
                "garments",
                Sequential.of(flatten(), dense(16, RELU), dense(10)),
                adam(3e-3),
                parts.train().subset(IntStream.range(0, 1_500).toArray()),
                parts.validation(),
                Progress.silent());
    }

    /// A model of points.
    static void spirals() {
        spirals("spirals", Sequential.of(dense(16, RELU), dense(2)), adam(1e-2), Progress.silent());
    }

    /// Loses a number, because its steps are far too large.
    static void lost() {
        spirals("too fast", Sequential.of(dense(16, RELU), dense(2)), sgd(1e12), Progress.silent());
    }

    /// So deep that hardly any gradient reaches its first layers.
    static void fading() {
        spirals(
                "fading",
                Sequential.of(
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(8, SIGMOID),
                        dense(2)),
                sgd(1e-2),
                Progress.silent());
    }

    /// Ends in an error of its own program.
    static void failed() {
        try {
            spirals("broken", Sequential.of(dense(4, RELU), dense(2)), adam(1e-2), new Failing());
        } catch (IllegalStateException _) {
            // that is what the page shows
        }
    }

    private static void spirals(
            String name, LayerSpec network, OptimizerSpec optimizer, Progress progress) {
        var parts = Split.fractions(0.6, 0.2, 0.2).seed(1).of(Spirals.of(2, 200).dataset());
        train(name, network, optimizer, parts.train(), parts.validation(), progress);
    }

    private static void train(
            String name,
            LayerSpec network,
            OptimizerSpec optimizer,
            Dataset seen,
            Dataset unseen,
            Progress progress) {
        Trainer.of(network)
                .optimizer(optimizer)
                .batch(20)
                .epochs(3)
                .progress(progress)
                .record(Recording.named(name).statisticsEvery(2).checkpointEvery(5))
                .fit(seen, unseen);
    }

    private static final class Failing implements Progress {
        @Override
        public void batchDone(BatchProgress progress) {
            if (progress.batch() > 8) {
                throw new IllegalStateException("the disk was full");
            }
        }
    }
}
