package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Numbers;
import dev.gradus.train.record.RunCheckpoint;
import dev.gradus.train.record.RunPoint;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows one run.
@Command(
        name = "show",
        description = "Shows how a run was made, how it went and where it can go on from.")
final class RunsShowCommand implements Callable<Integer> {
    private static final int LONGEST = 200;

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "Its id, a part of it, or last.")
    private String id = "";

    RunsShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var run = RunChoice.find(id);
        var description = run.description();
        terminal.line(terminal.bold(description.name()));
        line("id", run.id());
        line("state", description.state().name().toLowerCase(Locale.ROOT));
        line("why", description.status().explanation());
        line("started", description.started().toString());
        description.status().ended().ifPresent(time -> line("ended", time.toString()));
        line("command", description.process().command());
        description
                .parent()
                .ifPresent(parent ->
                        line("from", "%s, step %d".formatted(parent.run(), parent.step())));
        section("Settings", description.settings());
        section("Result", description.status().result());
        terminal.heading("Epochs");
        run.metrics().stream()
                .filter(it -> it.values().containsKey("validation loss"))
                .forEach(it -> terminal.line("  " + epoch(it)));
        terminal.heading("Checkpoints, by step");
        terminal.line(
                "  "
                        + run.checkpoints().stream()
                                .map(RunCheckpoint::step)
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")));
        terminal.line();
        line("folder", run.folder().toString());
        return ExitCode.DONE;
    }

    private static String epoch(RunPoint point) {
        return "%d  ".formatted(point.epoch())
                + point.values().entrySet().stream()
                        .map(it -> it.getKey() + " " + Numbers.decimals(it.getValue(), 4))
                        .collect(Collectors.joining("  "));
    }

    private void section(String heading, Map<String, Object> values) {
        if (values.isEmpty()) {
            return;
        }
        terminal.heading(heading);
        values.forEach((name, value) -> line(plain(name), String.valueOf(value)));
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            terminal.line("  %-12s %s".formatted(name, plain(value)));
        }
    }

    /// A file may come from anywhere: what steers a terminal is not shown.
    private static String plain(String text) {
        var shown = text.replaceAll("\\p{C}", "?");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown;
    }
}
