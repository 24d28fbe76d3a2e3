package dev.gradus.cli.launch;

import dev.gradus.course.compile.ModulePath;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `gradus` command in a process of its own, with the Java and the modules of this one.
public final class GradusProcess {
    private static final String MODULE = "dev.gradus.cli";

    private GradusProcess() {}

    /// Returns the command with these arguments, not begun yet.
    public static Optional<ProcessBuilder> of(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        var options = System.getenv().getOrDefault("GRADUS_JAVA_OPTS", "-XX:+UseSerialGC").strip();
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split("\\s+", -1)));
        }
        command.addAll(
                List.of(
                        "--module-path",
                        ModulePath.ofProcess(),
                        "--module",
                        MODULE + "/dev.gradus.cli.Main"));
        command.addAll(arguments);
        return Optional.of(new ProcessBuilder(command));
    }
}
