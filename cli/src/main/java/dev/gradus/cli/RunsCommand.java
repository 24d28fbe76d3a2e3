package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Shows what was trained on this machine, and goes on with it.
@Command(
        name = "runs",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Lists, shows, pauses, resumes, branches and deletes what was trained on this machine. Every run that the gradus command begins is recorded, and every Trainer with .record(\"name\").",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus runs list",
            "  gradus runs resume last",
            "",
            "They lie where the system keeps data of a user; GRADUS_RUNS names another folder, or is off."
        })
final class RunsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    RunsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(terminal.err());
        }
        return ExitCode.WRONG_USE;
    }
}
