package dev.gradus.studio;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.sgd;

import dev.gradus.data.Spirals;
import dev.gradus.data.Split;
import dev.gradus.nn.Sequential;
import dev.gradus.train.BatchProgress;
import dev.gradus.train.Progress;
import dev.gradus.train.Trainer;
import dev.gradus.train.record.Launch;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunChanges;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trains in a process of its own, as the `gradus` command would: `quickstart`, `runs branch ID --from
/// STEP --rate R`; and `nan`, whose rate is far too large.
final class RunProgram {
    private RunProgram() {}

    static void main(String[] arguments) {
        var lost = arguments[0].equals("nan");
        // as from an IDE: nobody asks for its record, and no command has begun it
        var plain = arguments[0].equals("plain");
        if (!lost && !plain) {
            System.setProperty(Launch.PROPERTY, new Launch(List.of("quickstart")).text());
        }
        if (arguments[0].equals("runs")) {
            var rate = Double.parseDouble(arguments[6]);
            var order =
                    RunChanges.NONE
                            .learningRate(rate)
                            .order(arguments[2], Long.parseLong(arguments[4]));
            System.setProperty(Launch.BRANCH, order);
        }
        var parts = Split.fractions(0.6, 0.2, 0.2).seed(1).of(Spirals.of(2, 200).dataset());
        var trainer =
                Trainer.of(Sequential.of(dense(16, RELU), dropout(0.1), dense(16, RELU), dense(2)))
                        .optimizer(lost ? sgd(1e12) : adam(1e-2))
                        .batch(20)
                        .epochs(lost ? 3 : 12)
                        .progress(lost ? Progress.silent() : new Slow());
        var recorded =
                plain
                        ? trainer
                        : trainer.record(
                                Recording.named(lost ? "too fast" : "spirals")
                                        .statisticsEvery(2)
                                        .checkpointEvery(5));
        IO.println(recorded.fit(parts.train(), parts.validation()).stopped());
    }

    /// Leaves time to be watched.
    private static final class Slow implements Progress {
        @Override
        public void batchDone(BatchProgress progress) {
            try {
                Thread.sleep(15);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Begins this program in the place of the command.
    static Optional<ProcessBuilder> launch(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-cp"));
        command.add(path());
        command.add(RunProgram.class.getName());
        command.addAll(arguments);
        return Optional.of(new ProcessBuilder(command));
    }

    static Process start(Path runs, String... arguments) throws IOException {
        var builder = launch(List.of(arguments)).orElseThrow();
        builder.environment().put("GRADUS_RUNS", runs.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String path() {
        return Stream.of(
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""),
                        folderOfTests())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String folderOfTests() {
        var place = RunProgram.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(place.toString())).toString();
    }
}
