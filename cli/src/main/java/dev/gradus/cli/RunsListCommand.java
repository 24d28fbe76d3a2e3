package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Numbers;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunState;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists runs, the youngest first.
@Command(name = "list", description = "Lists runs, the youngest first.")
final class RunsListCommand implements Callable<Integer> {
    private static final int USUAL = 20;

    private final Terminal terminal;

    @Option(names = "--all", description = "All of them, and not only the last 20.")
    private boolean all;

    RunsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var directory = RunChoice.directory();
        var runs = directory.list();
        if (runs.isEmpty()) {
            terminal.line("Nothing has been recorded in %s yet.".formatted(directory.path()));
            return ExitCode.DONE;
        }
        runs.stream().limit(all ? Long.MAX_VALUE : USUAL).forEach(run -> terminal.line(line(run)));
        if (!all && runs.size() > USUAL) {
            terminal.line(
                    terminal.dim(
                            "and %d before. --all shows them.".formatted(runs.size() - USUAL)));
        }
        return ExitCode.DONE;
    }

    private String line(RecordedRun run) {
        var state = run.state();
        var points = run.metrics();
        var last =
                points.stream().filter(it -> it.values().containsKey("loss")).reduce((_, it) -> it);
        var figures =
                last.map(it ->
                                "step %s  loss %s"
                                        .formatted(
                                                Numbers.count(it.step()),
                                                Numbers.decimals(it.value("loss"), 4)))
                        .orElse("no step yet");
        return "%s  %s  %s".formatted(said(state), run.id(), figures);
    }

    private String said(RunState state) {
        var text = "%-8s".formatted(state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case RUNNING -> terminal.bold(text);
            case FINISHED -> terminal.good(text);
            case PAUSED, STOPPED -> terminal.notice(text);
            case FAILED, LOST -> terminal.bad(text);
        };
    }
}
