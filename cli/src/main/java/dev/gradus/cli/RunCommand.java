package dev.gradus.cli;

import dev.gradus.cli.launch.ChildJvm;
import dev.gradus.cli.terminal.Terminal;
import dev.gradus.cli.text.Numbers;
import dev.gradus.course.compile.SourceCompiler;
import dev.gradus.course.compile.SourceCompiler.Outcome;
import dev.gradus.train.record.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Runs a learner's single source file with the library at hand.
@Command(
        name = "run",
        description = "Runs a Java source file with Gradus at hand.",
        footerHeading = "%nExample:%n",
        footer = {
            "  gradus run First.java",
            "",
            "where First.java holds",
            "  import module dev.gradus;",
            "",
            "  void main() {",
            "      IO.println(Tensor.of(1, 2, 3).mul(2));",
            "  }",
            "",
            "The exit code is that of the program; 1 when it does not compile, 2 when there is no such file."
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "FILE.java",
            description = "The source; import module dev.gradus; brings everything in.")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ARGS",
            description = "Handed to the program as they are.")
    private List<String> arguments = List.of();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireSource();
        var classes = Files.createTempDirectory("gradus-run");
        try {
            return switch (SourceCompiler.compile(file, classes)) {
                case Outcome.Compiled(var mainClass) ->
                        ChildJvm.run(mainClass, classes, arguments, variables());
                case Outcome.Refused refused -> refuse(refused);
            };
        } finally {
            delete(classes);
        }
    }

    /// What the program trains is recorded, with how it was begun.
    private Map<String, String> variables() {
        var launch = new ArrayList<>(List.of("run", file.toAbsolutePath().toString()));
        launch.addAll(arguments);
        var variables = new HashMap<String, String>();
        variables.put(Launch.VARIABLE, new Launch(launch).text());
        handOn(Launch.RESUME, Launch.RESUME_VARIABLE, variables);
        handOn(Launch.BRANCH, Launch.BRANCH_VARIABLE, variables);
        handOn("gradus.runs", "GRADUS_RUNS", variables);
        return variables;
    }

    private static void handOn(String property, String variable, Map<String, String> variables) {
        var value = System.getProperty(property);
        if (value != null) {
            variables.put(variable, value);
        }
    }

    private void requireSource() {
        if (!Files.exists(file)) {
            throw CommandFailure.wrongUse(
                    "There is no file %s. The name is looked up from %s."
                            .formatted(file, Path.of("").toAbsolutePath()));
        }
        if (Files.isDirectory(file)) {
            throw CommandFailure.wrongUse(
                    "%s is a folder. Give the name of one file, such as %s."
                            .formatted(file, file.resolve("First.java")));
        }
        if (!file.toString().endsWith(".java")) {
            throw CommandFailure.wrongUse(
                    "%s is no Java source: the name of one ends in .java.".formatted(file));
        }
    }

    private int refuse(Outcome.Refused refused) {
        for (var error : refused.errors()) {
            var lines = error.lines();
            terminal.complain(terminal.bold(lines.getFirst()));
            lines.stream().skip(1).forEach(terminal::complain);
        }
        terminal.complain(
                terminal.bad(Numbers.counted(refused.errors().size(), "error", "errors"))
                        + ". Nothing was run.");
        return ExitCode.FAILED;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            // files before the folders that hold them
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
