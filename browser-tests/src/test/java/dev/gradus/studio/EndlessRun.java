package dev.gradus.studio;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Optimizers.adam;

import dev.gradus.data.Spirals;
import dev.gradus.data.Split;
import dev.gradus.nn.Sequential;
import dev.gradus.train.BatchProgress;
import dev.gradus.train.Progress;
import dev.gradus.train.Trainer;
import dev.gradus.train.record.Recording;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trains in a process of its own until that is ended.
final class EndlessRun {
    private static final int EPOCHS = 1_000_000;
    private static final int STEP_MILLISECONDS = 20;

    private EndlessRun() {}

    static void main() {
        var parts = Split.fractions(0.6, 0.2, 0.2).seed(1).of(Spirals.of(2, 200).dataset());
        Trainer.of(Sequential.of(dense(16, RELU), dense(16, RELU), dense(2)))
                .optimizer(adam(1e-3))
                .batch(20)
                .epochs(EPOCHS)
                .progress(new Slow())
                .record(Recording.named("endless").statisticsEvery(50).checkpointEvery(500))
                .fit(parts.train(), parts.validation());
    }

    private static final class Slow implements Progress {
        @Override
        public void batchDone(BatchProgress progress) {
            try {
                Thread.sleep(STEP_MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String folderOfTests() {
        var place = EndlessRun.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(place.toString())).toString();
    }

    /// Starts it; it writes its run into this folder.
    static Process start(Path runs) throws IOException {
        var classes =
                Stream.of(
                                System.getProperty("java.class.path", ""),
                                System.getProperty("jdk.module.path", ""),
                                folderOfTests())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(File.pathSeparator));
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes,
                        EndlessRun.class.getName());
        builder.environment().put("GRADUS_RUNS", runs.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
