package dev.gradus.benchmarks.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `./gradus bench`.
@Command(
        name = "gradus bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures Gradus and its peers in turn, after checking that they compute the same.",
            "",
            "W1 to W7 are trainings, W8 is inference, M1 to M3 are kernels; M4 is what recording and launching cost,"
                    + " roof what the machine can do at most; cold, memory, size and allocation are what they say. docs/how-to/benchmark.md tells more."
        })
public final class Bench implements Callable<Integer> {
    @Option(
            names = "--workloads",
            split = ",",
            paramLabel = "NAME",
            description =
                    "What to measure, by name or how it starts (W1, W8, M1:512, cold). All of it if left out.")
    private List<String> workloads = List.of();

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,2",
            description = "At how many threads (${DEFAULT-VALUE}).")
    private List<Integer> threads = List.of();

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "PEER",
            description =
                    "Beside whom: libtorch, tensorflow, dl4j, one-thread (Gradus itself); these if left out."
                            + " Also libtorch-default, python-torch, python-compile, python-keras.")
    private List<String> peers = Side.USUAL;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the rows to a file too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--quick", description = "Fewer and shorter windows: for a first look.")
    private boolean quick;

    @Option(
            names = "--docs",
            description =
                    "Puts the rows into benchmarks/results.json and makes docs/benchmarks.md from it.")
    private boolean docs;

    private final Place place;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean onTerminal;

    Bench(Place place, PrintStream out, PrintStream err, boolean onTerminal) {
        this.place = place;
        this.out = out;
        this.err = err;
        this.onTerminal = onTerminal;
    }

    /// Runs the command for the checkout in the system property `gradus.root`.
    public static void main(String[] arguments) {
        var root = Path.of(System.getProperty("gradus.root", "")).toAbsolutePath().normalize();
        var console = System.console();
        var bench =
                new Bench(
                        new Place(root),
                        System.out,
                        System.err,
                        console != null && console.isTerminal());
        System.exit(commandLine(bench).execute(arguments));
    }

    static CommandLine commandLine(Bench bench) {
        return new CommandLine(bench)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println("gradus bench: " + failure.getMessage());
                    return failure instanceof IllegalArgumentException ? 2 : 1;
                });
    }

    /// Returns everything that these arguments ask for.
    ///
    /// @throws IllegalArgumentException if they name something that is not there
    Plan plan() {
        for (var count : threads) {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "--threads is %d: name a number from 1, or several as in 1,2"
                                .formatted(count));
            }
        }
        return new Plan(
                place,
                Selection.of(workloads),
                threads.stream().distinct().toList(),
                peers.stream().distinct().map(Side::named).toList(),
                quick);
    }

    @Override
    public Integer call() throws IOException {
        var plan = plan();
        var names = new ArrayList<>(plan.names());
        plan.items().forEach(item -> names.add(item.workload() + ":process"));
        var table = new Table(names);
        var progress = new Progress(err, onTerminal);
        var rows = new ArrayList<Row>();
        err.printf(
                Locale.ROOT,
                "%d comparisons, about %.0f minutes.%n",
                plan.items().size(),
                Math.ceil(plan.minutes()));
        out.println(table.header());
        plan.run(
                progress,
                Machine.describe(),
                LocalDate.now().toString(),
                row -> {
                    rows.add(row);
                    progress.clear();
                    out.println(table.line(row));
                    out.flush();
                });
        progress.clear();
        out.println();
        out.println(Table.legend());
        if (json.isPresent()) {
            Files.writeString(json.get(), Json.write(rows), StandardCharsets.UTF_8);
        }
        if (docs) {
            document(rows);
        }
        return 0;
    }

    private void document(List<Row> rows) throws IOException {
        var results = place.results();
        var older = Files.exists(results) ? Json.read(Files.readString(results)) : List.<Row>of();
        var all = Page.merge(older, rows);
        Files.writeString(results, Json.write(all));
        Files.writeString(place.page(), Page.of(all, Reasons.read(place.reasons())));
        out.println("Written: " + place.root().relativize(place.page()));
    }
}
