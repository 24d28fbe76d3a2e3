package dev.gradus.cli;

import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.record.Launch;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Goes on with a run that has ended.
@Command(
        name = "resume",
        description =
                "Begins the command of a run once more; the training in it goes on from a checkpoint, to the same bits as if it had never ended.",
        footerHeading = "%nExample:%n",
        footer = {"  gradus runs resume last", "  gradus runs resume 20260102 --from 500"})
final class RunsResumeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Ending ending;

    @Parameters(paramLabel = "RUN", description = "Its id, a part of it, or last.")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description = "The step of the checkpoint (the last one).")
    private @Nullable Long step;

    RunsResumeCommand(Terminal terminal, Ending ending) {
        this.terminal = terminal;
        this.ending = ending;
    }

    @Override
    public Integer call() {
        var run = RunChoice.find(id);
        var description = run.description();
        var checkpoint = checkpoint(run);
        var launch = new Launch(description.launch());
        if (description.state().isRunning()) {
            throw CommandFailure.failed(
                    "The run %s is being written by process %d: end that first."
                            .formatted(run.id(), description.pid()));
        }
        requireKnown(run, launch);
        terminal.line("Going on after step %d of %s:".formatted(checkpoint.step(), run.id()));
        terminal.line("  " + terminal.bold(launch.command()));
        System.setProperty(Launch.RESUME, run.id() + "@" + checkpoint.step());
        int code;
        try {
            code = Main.run(terminal, ending, launch.arguments().toArray(new String[0]));
        } finally {
            System.clearProperty(Launch.RESUME);
        }
        if (code == ExitCode.DONE && run.description().equals(description)) {
            throw CommandFailure.failed(
                    "The command trained nothing with the settings and data of %s: was the program changed, or does it not use a Trainer? gradus runs show %s shows them."
                            .formatted(run.id(), run.id()));
        }
        return code;
    }

    private RunCheckpoint checkpoint(RecordedRun run) {
        var all = run.checkpoints();
        if (all.isEmpty()) {
            throw CommandFailure.failed(
                    "The run %s has no checkpoint: it ended before the first one, so train anew."
                            .formatted(run.id()));
        }
        if (step == null) {
            return all.getLast();
        }
        return run.checkpoint(step)
                .orElseThrow(() ->
                        CommandFailure.wrongUse(
                                "There is no checkpoint after step %d: there are %s."
                                        .formatted(
                                                step,
                                                all.stream()
                                                        .map(it -> Long.toString(it.step()))
                                                        .collect(Collectors.joining(", ")))));
    }

    /// What a file says is begun only if it is one of these two.
    private static void requireKnown(RecordedRun run, Launch launch) {
        if (launch.arguments().isEmpty()) {
            throw CommandFailure.failed(
                    "The run %s was not begun by the gradus command: go on with it in its program, trainer.resume(run, checkpoint)."
                            .formatted(run.id()));
        }
        switch (launch.arguments().getFirst()) {
            case "quickstart" -> {}
            case "run" -> requireFolder(run);
            default ->
                    throw CommandFailure.failed(
                            "The run %s names a command that cannot go on.".formatted(run.id()));
        }
    }

    /// A program may read files beside it.
    private static void requireFolder(RecordedRun run) {
        var here = Path.of("").toAbsolutePath().toString();
        var there = run.description().folder();
        if (!here.equals(there)) {
            throw CommandFailure.wrongUse(
                    "The program was begun in %s: go there first, its files may be there."
                            .formatted(there.replaceAll("\\p{C}", "?")));
        }
    }
}
