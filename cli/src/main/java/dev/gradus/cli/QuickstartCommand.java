package dev.gradus.cli;

import dev.gradus.cli.quickstart.Order;
import dev.gradus.cli.quickstart.Quickstart;
import dev.gradus.cli.quickstart.Recipe;
import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.Stopped;
import dev.gradus.train.record.Launch;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Trains a first network on real data and shows how good it is.
@Command(
        name = "quickstart",
        description =
                "Trains a network that tells garments apart, judges it honestly, and writes a report. Takes less than a minute and no network.",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus quickstart --model cnn --epochs 5 --seed 7 --json figures.json",
            "",
            "Ctrl-C ends training after the present step; what was learned is kept, judged and saved."
        })
final class QuickstartCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;

    private final Terminal terminal;
    private final Ending ending;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often it sees each training picture at most (mlp: 20, cnn: 12).")
    private @Nullable Integer epochs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same network, bit for bit (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "How many threads compute (one for each core). Changes no result.")
    private @Nullable Integer threads;

    @Option(
            names = "--model",
            paramLabel = "mlp|cnn",
            defaultValue = "mlp",
            description = "The network: mlp is quick, cnn is better (${DEFAULT-VALUE}).")
    private String model = "mlp";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "quickstart",
            description = "Where model, report and pictures go (${DEFAULT-VALUE}).")
    private Path out = Path.of("quickstart");

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures to this file as well.")
    private @Nullable Path json;

    @Option(
            names = "--full",
            description = "Learn from the full training set, where this machine has it.")
    private boolean full;

    @Option(
            names = "--fetch",
            description = "Fetch the full training set first (30 MB), and learn from it.")
    private boolean fetch;

    QuickstartCommand(Terminal terminal, Ending ending) {
        this.terminal = terminal;
        this.ending = ending;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var order = order();
        // before anything is computed: the pool is made once
        System.setProperty("gradus.threads", Integer.toString(order.threads()));
        System.setProperty(Launch.PROPERTY, launch().text());
        try {
            var stopped = new Quickstart(order, terminal, ending).run();
            return report(stopped);
        } catch (FileNotFoundException e) {
            throw CommandFailure.failed(
                    "%s%nOn the command line: gradus quickstart --fetch."
                            .formatted(e.getMessage()));
        }
    }

    private int report(Stopped stopped) {
        return switch (stopped.reason()) {
            case ALL_EPOCHS, EARLY -> ExitCode.DONE;
            case INTERRUPTED -> {
                terminal.line();
                terminal.line("It was stopped early; everything up to there is saved.");
                yield ExitCode.DONE;
            }
            case NOT_FINITE -> throw CommandFailure.failed(stopped.explanation());
        };
    }

    private Order order() {
        var recipe = recipe();
        var processors = Runtime.getRuntime().availableProcessors();
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw CommandFailure.wrongUse("--out %s is a file: name a folder.".formatted(out));
        }
        return new Order(
                recipe,
                atLeastOne("--epochs", epochs, recipe.epochs(), Integer.MAX_VALUE),
                seed,
                atLeastOne("--threads", threads, processors, MOST_THREADS),
                out,
                Optional.ofNullable(json),
                full,
                fetch,
                command(),
                program());
    }

    private Recipe recipe() {
        for (var recipe : Recipe.values()) {
            if (recipe.name().toLowerCase(Locale.ROOT).equals(model)) {
                return recipe;
            }
        }
        throw CommandFailure.wrongUse("--model %s is not known: give mlp or cnn.".formatted(model));
    }

    private static int atLeastOne(String option, @Nullable Integer given, int usual, int most) {
        if (given == null) {
            return usual;
        }
        if (given < 1 || given > most) {
            throw CommandFailure.wrongUse(
                    "%s %d makes no sense: give a whole number from 1%s."
                            .formatted(
                                    option,
                                    given,
                                    most < Integer.MAX_VALUE ? " to " + most : " on"));
        }
        return given;
    }

    private String command() {
        var text = new StringBuilder("gradus quickstart --model ").append(model);
        text.append(epochs == null ? "" : " --epochs " + epochs);
        text.append(" --seed ").append(seed);
        text.append(threads == null ? "" : " --threads " + threads);
        return text + (fetch ? " --fetch" : full ? " --full" : "");
    }

    /// Returns what begins the same once more, from whatever folder.
    private Launch launch() {
        var arguments = new ArrayList<>(List.of("quickstart", "--model", model));
        if (epochs != null) {
            arguments.addAll(List.of("--epochs", epochs.toString()));
        }
        arguments.addAll(List.of("--seed", Long.toString(seed)));
        if (threads != null) {
            arguments.addAll(List.of("--threads", threads.toString()));
        }
        arguments.addAll(List.of("--out", out.toAbsolutePath().toString()));
        if (json != null) {
            arguments.addAll(List.of("--json", json.toAbsolutePath().toString()));
        }
        if (fetch || full) {
            arguments.add("--full");
        }
        return new Launch(arguments);
    }

    private static String program() {
        return System.getProperty("os.name", "").startsWith("Windows") ? "gradus" : "./gradus";
    }
}
