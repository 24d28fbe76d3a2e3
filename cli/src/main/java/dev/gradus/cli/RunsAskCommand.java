package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunState;
import dev.gradus.train.record.RunWish;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Asks a run of another process to wait, to go on or to end.
@Command
final class RunsAskCommand implements Callable<Integer> {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 50;

    private final Terminal terminal;
    private final RunWish wish;

    @Parameters(paramLabel = "RUN", description = "Its id, a part of it, or last.")
    private String id = "";

    private RunsAskCommand(Terminal terminal, RunWish wish) {
        this.terminal = terminal;
        this.wish = wish;
    }

    static CommandLine of(Terminal terminal, RunWish wish) {
        var line = new CommandLine(new RunsAskCommand(terminal, wish));
        line.getCommandSpec()
                .usageMessage()
                .description(
                        switch (wish) {
                            case PAUSE ->
                                    "Lets a run wait after the step at hand, whoever has begun it.";
                            case CONTINUE -> "Lets a paused run go on.";
                            case STOP ->
                                    "Ends a run after the step at hand, as Ctrl-C does: what was learned is kept.";
                        });
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        var run = RunChoice.find(id);
        try {
            run.ask(wish);
        } catch (IllegalStateException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
        for (var waited = 0L; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            if (isDone(run)) {
                terminal.line("%s %s.".formatted(said(run.state()), run.id()));
                return ExitCode.DONE;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        terminal.line(
                "%s was asked; it does so after the step at hand, which takes long."
                        .formatted(run.id()));
        return ExitCode.DONE;
    }

    private boolean isDone(RecordedRun run) {
        return run.asked().isEmpty()
                && switch (wish) {
                    case PAUSE -> run.state() == RunState.PAUSED;
                    case CONTINUE -> run.state() == RunState.RUNNING;
                    case STOP -> !run.state().isRunning();
                };
    }

    private static String said(RunState state) {
        return switch (state) {
            case PAUSED -> "Paused";
            case RUNNING -> "Goes on:";
            case FINISHED, STOPPED, FAILED, LOST -> "Stopped";
        };
    }
}
