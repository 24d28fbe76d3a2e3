package dev.gradus.cli;

import dev.gradus.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// What is said when no command is named.
@Command(
        name = "gradus",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Deep learning in Java, step by step.",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus quickstart        trains a first network and shows how good it is",
            "  gradus learn             lessons to write and check, from the first number on",
            "",
            "gradus COMMAND --help says more about a command."
        })
final class GradusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure happened.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    GradusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(terminal.err());
        }
        return help || version ? ExitCode.DONE : ExitCode.WRONG_USE;
    }
}
