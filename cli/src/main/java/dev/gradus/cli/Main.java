package dev.gradus.cli;

import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.train.record.RunWish;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;

/// The `gradus` command: `quickstart`, `studio`, `learn`, `predict`, `run`, `runs`, `doctor`, `bench`.
public final class Main {
    private Main() {}

    /// Runs the command and ends the process with 0 for done, 1 for failed, 2 for wrong use.
    public static void main(String[] arguments) {
        var ending = new Ending();
        var code = run(Terminal.ofProcess(), ending, arguments);
        ending.done();
        System.exit(code);
    }

    /// Runs the command and returns its exit code.
    static int run(Terminal terminal, Ending ending, String... arguments) {
        var gradus = new GradusCommand(terminal);
        try {
            return commandLine(gradus, terminal, ending).execute(arguments);
        } catch (OutOfMemoryError error) {
            return Failures.report(terminal, error, gradus.debug());
        }
    }

    private static CommandLine commandLine(GradusCommand gradus, Terminal terminal, Ending ending) {
        var run = new CommandLine(new RunCommand(terminal));
        var bench =
                new CommandLine(new BenchCommand()).setUnmatchedOptionsArePositionalParams(true);
        var line =
                new CommandLine(gradus)
                        .addSubcommand(new QuickstartCommand(terminal, ending))
                        .addSubcommand(new LearnCommand(terminal))
                        .addSubcommand(new PredictCommand(terminal))
                        .addSubcommand(run)
                        .addSubcommand(runs(terminal, ending))
                        .addSubcommand(new StudioCommand(terminal, ending))
                        .addSubcommand(new DoctorCommand(terminal))
                        .addSubcommand(bench);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setUsageHelpWidth(Math.clamp(terminal.width(), 60, 100));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(
                        terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(
                (failure, _) -> Failures.wrongUse(terminal, failure, gradus.debug()));
        line.setExecutionExceptionHandler(
                (failure, _, _) -> Failures.report(terminal, failure, gradus.debug()));
        // what follows the file is for the learner's program, options and all
        run.setStopAtPositional(true);
        return line;
    }

    private static CommandLine runs(Terminal terminal, Ending ending) {
        return new CommandLine(new RunsCommand(terminal))
                .addSubcommand(new RunsListCommand(terminal))
                .addSubcommand(new RunsShowCommand(terminal))
                .addSubcommand(new RunsResumeCommand(terminal, ending))
                .addSubcommand(new RunsBranchCommand(terminal, ending))
                .addSubcommand("pause", RunsAskCommand.of(terminal, RunWish.PAUSE))
                .addSubcommand("continue", RunsAskCommand.of(terminal, RunWish.CONTINUE))
                .addSubcommand("stop", RunsAskCommand.of(terminal, RunWish.STOP))
                .addSubcommand(new RunsDeleteCommand(terminal));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }
}
