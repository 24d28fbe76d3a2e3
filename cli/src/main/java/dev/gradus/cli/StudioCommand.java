package dev.gradus.cli;

import dev.gradus.cli.launch.Browser;
import dev.gradus.cli.launch.GradusProcess;
import dev.gradus.cli.terminal.Ending;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.studio.Studio;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Opens the studio in the browser.
@Command(
        name = "studio",
        description =
                "Opens Gradus Studio in your browser: train a network and look into it while it learns. Needs no network.",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus studio --no-open",
            "",
            "Only this computer's user can see it: it listens on 127.0.0.1, and the link holds a key that is new each time.",
            "Ctrl-C ends it."
        })
final class StudioCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    private final Terminal terminal;
    private final Ending ending;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + Studio.USUAL_PORT,
            description = "The port to listen on; any free one if it is taken (${DEFAULT-VALUE}).")
    private int port = Studio.USUAL_PORT;

    @Option(names = "--no-open", description = "Print the link and open no browser.")
    private boolean noOpen;

    StudioCommand(Terminal terminal, Ending ending) {
        this.terminal = terminal;
        this.ending = ending;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > MOST_PORT) {
            throw CommandFailure.wrongUse(
                    "--port %d is no port: give a number from 0 to %d.".formatted(port, MOST_PORT));
        }
        ending.workBegins();
        try (var studio = Studio.start(port, GradusProcess::of)) {
            terminal.line(terminal.bold("Gradus Studio") + " is open at");
            terminal.line();
            terminal.line("  " + studio.link());
            terminal.line();
            if (port != 0 && studio.port() != port) {
                terminal.line("(Port %d is taken; this is another one.)".formatted(port));
            }
            terminal.line("Ctrl-C ends it.");
            if (!noOpen) {
                Browser.open(studio.link());
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            ending.savingBegins();
        }
        terminal.line("The studio is closed.");
        return ExitCode.DONE;
    }
}
