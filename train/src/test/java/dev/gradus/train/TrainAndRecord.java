package dev.gradus.train;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Schedules.cosine;
import static dev.gradus.nn.Schedules.warmup;

import dev.gradus.nn.Sequential;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunsDirectory;
import java.nio.file.Path;

/// Trains a small network in a process of its own, as its first argument says: `plain`, `record`,
/// `slowly` or `resume`; prints the hash of the weights. The second argument is the runs directory.
final class TrainAndRecord {
    private TrainAndRecord() {}

    static void main(String[] arguments) {
        var runs = Path.of(arguments[1]);
        var parts = Stripes.parts();
        var recording = Recording.named("child").in(runs).checkpointEvery(3);
        var trainer =
                Trainer.of(
                                Sequential.of(
                                        conv2d(4, 3, RELU),
                                        batchNorm(),
                                        flatten(),
                                        dense(32, RELU),
                                        dropout(0.3),
                                        dense(3)))
                        .optimizer(adam(3e-3))
                        .schedule(warmup(5).then(cosine()))
                        .batch(32)
                        .epochs(6)
                        .seed(3);
        var asked =
                switch (arguments[0]) {
                    case "plain" -> trainer;
                    case "record" -> trainer.record(recording);
                    case "slowly" -> trainer.record(recording).progress(new Slow());
                    case "resume" ->
                            trainer.record(recording)
                                    .resume(
                                            RunsDirectory.of(runs)
                                                    .find(arguments[2])
                                                    .orElseThrow());
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        IO.println(asked.fit(parts.train(), parts.validation()).weightsSha256());
    }

    /// Leaves time to be killed.
    private static final class Slow implements Progress {
        @Override
        public void batchDone(BatchProgress progress) {
            try {
                Thread.sleep(60);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
