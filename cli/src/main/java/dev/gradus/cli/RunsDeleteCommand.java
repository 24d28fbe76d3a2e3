package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Deletes runs.
@Command(
        name = "delete",
        description = "Deletes runs with their checkpoints. One that is running is kept.")
final class RunsDeleteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "The id of each, a part of it, or last.")
    private List<String> ids = List.of();

    RunsDeleteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // all are found before the first is deleted
        for (var run : ids.stream().map(RunChoice::find).distinct().toList()) {
            try {
                run.delete();
            } catch (IllegalStateException e) {
                throw CommandFailure.failed(String.valueOf(e.getMessage()));
            }
            terminal.line("Deleted %s.".formatted(run.id()));
        }
        return ExitCode.DONE;
    }
}
