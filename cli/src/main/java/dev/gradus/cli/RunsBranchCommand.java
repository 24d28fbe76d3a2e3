package dev.gradus.cli;

import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.record.Launch;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Begins a run from a moment of another one, with some settings changed.
@Command(
        name = "branch",
        description =
                "Begins the command of a run once more; the training in it begins from a checkpoint, with other settings, and is a run of its own. The run it comes from may still be running.",
        footerHeading = "%nExample:%n",
        footer = {"  gradus runs branch last --from 500 --rate 1e-4"})
final class RunsBranchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Ending ending;

    @Parameters(paramLabel = "RUN", description = "Its id, a part of it, or last.")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description = "The step of the checkpoint (the last one).")
    private @Nullable Long step;

    @Option(names = "--rate", paramLabel = "R", description = "Another learning rate.")
    private @Nullable Double rate;

    @Option(
            names = "--l2",
            paramLabel = "S",
            description = "Another price on large weights; 0 for none.")
    private @Nullable Double l2;

    @Option(
            names = "--dropout",
            paramLabel = "P",
            description = "Another share that each dropout layer silences.")
    private @Nullable Double dropout;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Another number of examples at once.")
    private @Nullable Integer batch;

    @Option(names = "--seed", paramLabel = "S", description = "Other chance.")
    private @Nullable Long seed;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Another number of epochs in all, those before the checkpoint counted.")
    private @Nullable Integer epochs;

    RunsBranchCommand(Terminal terminal, Ending ending) {
        this.terminal = terminal;
        this.ending = ending;
    }

    @Override
    public Integer call() {
        var changes = changes();
        var run = RunChoice.find(id);
        var launch = new Launch(run.description().process().launch());
        var checkpoint = RunStart.checkpoint(run, step);
        RunStart.requireKnown(run, launch);
        terminal.line(
                "Branching after step %d of %s, with %s:"
                        .formatted(checkpoint.step(), run.id(), changes));
        terminal.line("  " + terminal.bold(launch.command()));
        var before = Set.copyOf(RunChoice.directory().list());
        System.setProperty(Launch.BRANCH, changes.order(run.id(), checkpoint.step()));
        int code;
        try {
            code = Main.run(terminal, ending, arguments(launch).toArray(new String[0]));
        } finally {
            System.clearProperty(Launch.BRANCH);
        }
        if (code == ExitCode.DONE && !hasBranched(before, run.id())) {
            throw CommandFailure.failed(
                    "The command trained nothing with the settings and data of %s: was the program changed, or does it not use a Trainer? gradus runs show %s shows them."
                            .formatted(run.id(), run.id()));
        }
        return code;
    }

    private static boolean hasBranched(Set<RecordedRun> before, String parent) {
        return RunChoice.directory().list().stream()
                .filter(run -> !before.contains(run))
                .anyMatch(run ->
                        run.description()
                                .parent()
                                .filter(it -> it.run().equals(parent))
                                .isPresent());
    }

    private RunChanges changes() {
        try {
            var changes = RunChanges.NONE;
            changes = rate == null ? changes : changes.learningRate(rate);
            changes = l2 == null ? changes : changes.l2(l2);
            changes = dropout == null ? changes : changes.dropout(dropout);
            changes = batch == null ? changes : changes.batch(batch);
            changes = seed == null ? changes : changes.seed(seed);
            changes = epochs == null ? changes : changes.epochs(epochs);
            if (changes.isEmpty()) {
                throw CommandFailure.wrongUse(
                        "A branch changes something: give --rate, --l2, --dropout, --batch, --seed or --epochs.");
            }
            return changes;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse(String.valueOf(e.getMessage()));
        }
    }

    /// A quickstart writes a model and a report, which must not take the place of the parent's.
    private static List<String> arguments(Launch launch) {
        var arguments = new ArrayList<String>();
        for (var i = 0; i < launch.arguments().size(); i++) {
            var argument = launch.arguments().get(i);
            var quickstart = launch.arguments().getFirst().equals("quickstart");
            if (quickstart && argument.equals("--json")) {
                i++;
                continue;
            }
            arguments.add(argument);
            if (quickstart && argument.equals("--out") && i + 1 < launch.arguments().size()) {
                arguments.add(launch.arguments().get(++i) + "-branch");
            }
        }
        return arguments;
    }
}
