package dev.gradus.course.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A Java of its own for what a learner wrote: how it is started, with how much memory and how little
/// else, and how it is ended with everything that it has started.
public final class Offspring {
    private static final String MODULE = "dev.gradus.course";

    private Offspring() {}

    /// Returns what starts the class `main` of this module beside the classes in a folder.
    ///
    /// @param megabytes how much memory its objects may take
    /// @param modulePath where the library lies
    public static ProcessBuilder of(
            Class<?> main, int megabytes, String modulePath, Path classes, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(
                List.of(
                        "-Xmx%dm".formatted(megabytes),
                        "-XX:MaxDirectMemorySize=%dm".formatted(megabytes),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Djava.awt.headless=true",
                        // a check trains to judge, and what it trains is no run of the learner's
                        "-Dgradus.runs=off",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "--module-path",
                        modulePath,
                        "--class-path",
                        classes.toString(),
                        "--module",
                        MODULE + "/" + main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        strip(builder);
        return builder;
    }

    /// What the environment holds is none of an exercise's business; some systems start nothing without
    /// these.
    private static void strip(ProcessBuilder builder) {
        builder.environment()
                .keySet()
                .retainAll(List.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LANG"));
    }

    /// Ends a process with everything that it has started.
    public static void end(Process process) {
        var offspring = process.descendants().toList();
        process.destroyForcibly();
        offspring.forEach(ProcessHandle::destroyForcibly);
    }

    /// Deletes a folder of files that nobody needs any more.
    public static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            // the system clears its folder of temporary files some day
            return;
        }
    }
}
