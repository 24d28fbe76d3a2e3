package dev.gradus.cli;

import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.record.Launch;
import java.util.concurrent.Callable;
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
        var checkpoint = RunStart.checkpoint(run, step);
        var launch = new Launch(description.process().launch());
        if (description.state().isRunning()) {
            throw CommandFailure.failed(
                    "The run %s is being written by process %d: end that first."
                            .formatted(run.id(), description.process().pid()));
        }
        RunStart.requireKnown(run, launch);
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
}
