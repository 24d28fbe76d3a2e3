package dev.gradus.cli;

import dev.gradus.cli.doctor.Examination;
import dev.gradus.cli.doctor.Finding;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Paragraph;
import dev.gradus.io.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Says what is there, what is missing and what to do about it.
@Command(
        name = "doctor",
        description = "Says what Gradus found on this machine, and what would make it better.",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus doctor --json doctor.json",
            "",
            "The exit code is 0 when everything needed works, else 1."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int TOPIC_WIDTH = 20;

    private final Terminal terminal;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write what was found to this file as well.")
    private @Nullable Path json;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var examination = Examination.here(terminal);
        for (var finding : examination.findings()) {
            show(finding);
        }
        terminal.line();
        terminal.line(terminal.bold(examination.summary()));
        if (json != null) {
            Json.write(json, examination.description());
        }
        return examination.works() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void show(Finding finding) {
        terminal.line(
                "%s  %s %s"
                        .formatted(
                                sign(finding),
                                terminal.bold(
                                        ("%-" + TOPIC_WIDTH + "s").formatted(finding.topic())),
                                finding.found()));
        if (!finding.remedy().isEmpty()) {
            var indent = " ".repeat(9);
            for (var line : Paragraph.wrap(finding.remedy(), terminal.width() - indent.length())) {
                terminal.line(indent + line);
            }
        }
    }

    private String sign(Finding finding) {
        return switch (finding.verdict()) {
            case GOOD -> terminal.good("good   ");
            case NOTICE -> terminal.notice("notice ");
            case MISSING -> terminal.notice("missing");
            case BROKEN -> terminal.bad("broken ");
        };
    }
}
