package dev.gradus.cli.launch;

import dev.gradus.course.compile.ModulePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a compiled program in a Java of its own, with this process's input and output.
public final class ChildJvm {
    private static final int PATIENCE_SECONDS = 10;

    private ChildJvm() {}

    /// Runs the program to its end and returns its exit code.
    ///
    /// @throws IOException if Java cannot be started
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public static int run(String mainClass, Path classes, List<String> arguments)
            throws IOException, InterruptedException {
        return run(mainClass, classes, arguments, Map.of());
    }

    /// Runs the program, which finds these variables in its environment, to its end and returns its
    /// exit code.
    ///
    /// @throws IOException if Java cannot be started
    /// @throws InterruptedException if the thread is interrupted; the program is ended then
    public static int run(
            String mainClass, Path classes, List<String> arguments, Map<String, String> variables)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command(mainClass, classes, arguments, System.getenv()))
                        .inheritIO();
        builder.environment().putAll(variables);
        var process = builder.start();
        // Ctrl-C reaches the program by itself; it is given the time to end its own way
        var farewell = new Thread(() -> await(process), "gradus-run-end");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return process.waitFor();
        } finally {
            process.destroy();
            forget(farewell);
        }
    }

    static List<String> command(
            String mainClass,
            Path classes,
            List<String> arguments,
            Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        var options = environment.getOrDefault("GRADUS_JAVA_OPTS", "-XX:+UseSerialGC").strip();
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split("\\s+", -1)));
        }
        command.addAll(
                List.of(
                        "--module-path",
                        ModulePath.ofProcess(),
                        "--add-modules",
                        ModulePath.LIBRARY,
                        "--class-path",
                        classes.toString(),
                        mainClass));
        command.addAll(arguments);
        return command;
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException _) {
            // the process is ending already, and the hook with it
            return;
        }
    }
}
