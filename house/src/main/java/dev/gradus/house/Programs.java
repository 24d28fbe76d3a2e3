package dev.gradus.house;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Compiles and runs programs as their reader would: against the built modules, in a JVM and a
/// folder of their own.
public final class Programs {
    private static final String MODULES = "dev.gradus,dev.gradus.course";

    private Programs() {}

    /// Compiles a source into a folder.
    ///
    /// @throws AssertionError naming the reader's own line of each error
    public static void compile(Source source, Path classes) {
        var messages = new DiagnosticCollector<JavaFileObject>();
        var options =
                List.of(
                        "-proc:none",
                        "-Xlint:none",
                        "--module-path",
                        BuiltModules.path(),
                        "--add-modules",
                        MODULES,
                        "-d",
                        classes.toString());
        var log = new StringWriter();
        var compiled =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(log, null, messages, options, null, List.of(source.toFileObject()))
                        .call();
        if (!compiled) {
            throw new AssertionError(
                    messages.getDiagnostics().stream()
                                    .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                                    .map(source::explain)
                                    .collect(Collectors.joining("\n"))
                            + log);
        }
    }

    /// Runs the compiled class that has a `main` method, with these arguments, and returns what it
    /// printed.
    ///
    /// @throws AssertionError with what it printed, when it fails or takes longer than it may
    public static String run(Source source, Path classes, Duration limit, String... arguments) {
        var main =
                source.mainClass()
                        .orElseThrow(() ->
                                new IllegalArgumentException(source.place() + " has no main"));
        var all = new ArrayList<>(List.of("--class-path", classes.toString()));
        all.addAll(List.of("--add-modules", MODULES, main));
        all.addAll(List.of(arguments));
        return java(source.place() + ":" + source.firstLine(), limit, all.toArray(String[]::new));
    }

    /// Runs the command line with these arguments and returns what it printed.
    ///
    /// @throws AssertionError with what it printed, when it fails or takes longer than it may
    public static String commandLine(String what, Duration limit, String... arguments) {
        var all = new ArrayList<>(List.of("--module", "dev.gradus.cli/dev.gradus.cli.Main"));
        all.addAll(List.of(arguments));
        return java(what, limit, all.toArray(String[]::new));
    }

    private static String java(String what, Duration limit, String... arguments) {
        var command = new ArrayList<String>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of("-XX:+UseSerialGC", "--module-path", BuiltModules.path()));
        command.addAll(List.of(arguments));
        try {
            var folder = Files.createTempDirectory("gradus-house");
            try {
                return run(what, limit, command, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String run(String what, Duration limit, List<String> command, Path folder)
            throws IOException {
        var said = Files.createTempFile("gradus-house", ".txt");
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new AssertionError(
                            "%s: not done after %d s; it printed%n%s"
                                    .formatted(what, limit.toSeconds(), Files.readString(said)));
                }
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while running " + what, interrupt);
            } finally {
                process.destroyForcibly();
            }
            var output = Files.readString(said);
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        "%s: exit %d; it printed%n%s".formatted(what, process.exitValue(), output));
            }
            return output;
        } finally {
            Files.delete(said);
        }
    }

    /// Deletes a folder and all that is in it.
    public static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            // Files before the folders that hold them.
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
