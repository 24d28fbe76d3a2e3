package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.record.RecordedRun;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deletes runs.
@Command(
        name = "delete",
        description = "Deletes runs with their checkpoints. One that is running is kept.",
        footerHeading = "%nFor instance:%n",
        footer = {
            "  gradus runs delete last",
            "  gradus runs delete --unasked --before 2026-01-31"
        })
final class RunsDeleteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "RUN",
            description = "The id of each, a part of it, or last.")
    private List<String> ids = List.of();

    @Option(
            names = "--unasked",
            description = "All that nobody asked to record: see Trainer.record.")
    private boolean unasked;

    @Option(
            names = "--before",
            paramLabel = "DATE",
            description = "Of those, only the ones that began before this day.")
    private Optional<LocalDate> before = Optional.empty();

    RunsDeleteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (ids.isEmpty() && !unasked) {
            throw CommandFailure.wrongUse(
                    "Which runs? Name them, or say --unasked for all that nobody asked to record.");
        }
        if (before.isPresent() && !unasked) {
            throw CommandFailure.wrongUse("--before goes with --unasked.");
        }
        // all are found before the first is deleted
        var named = ids.stream().map(RunChoice::find);
        var others = unasked ? unasked() : Stream.<RecordedRun>empty();
        var all = Stream.concat(named, others).distinct().toList();
        for (var run : all) {
            try {
                run.delete();
            } catch (IllegalStateException e) {
                throw CommandFailure.failed(String.valueOf(e.getMessage()));
            }
            terminal.line("Deleted %s.".formatted(run.id()));
        }
        if (all.isEmpty()) {
            terminal.line("There is none of them.");
        }
        return ExitCode.DONE;
    }

    private Stream<RecordedRun> unasked() {
        var limit = before.map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant());
        return RunChoice.directory().list().stream()
                .filter(run -> {
                    var description = run.description();
                    return !description.plan().asked()
                            && !description.state().isRunning()
                            && limit.map(description.started()::isBefore).orElse(true);
                });
    }
}
