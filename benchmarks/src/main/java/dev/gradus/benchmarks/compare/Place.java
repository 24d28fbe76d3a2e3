package dev.gradus.benchmarks.compare;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where everything lies in a checkout; `tools/bench` puts it there.
///
/// @param root the folder of the checkout
record Place(Path root) {
    /// The module path of Gradus and of this command.
    Path modules() {
        return built().resolve("modules");
    }

    /// The file with the class path of a peer.
    Path classPath(String peer) {
        return built().resolve(peer + ".classpath");
    }

    /// What a process said on standard error.
    Path log(String name) {
        return built().resolve("logs").resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".log");
    }

    /// The options that a contender's JVM is started with, a line each.
    Path options(String directory) {
        return root.resolve("benchmarks").resolve(directory).resolve("jvm.options");
    }

    /// The script through which Python's libraries take part.
    Path pythonScript() {
        return root.resolve("benchmarks/python/contender.py");
    }

    /// The rows behind the generated page.
    Path results() {
        return root.resolve("benchmarks/results.json");
    }

    /// The reasons for missed targets, written by hand.
    Path reasons() {
        return root.resolve("benchmarks/reasons.md");
    }

    /// The generated page.
    Path page() {
        return root.resolve("docs/benchmarks.md");
    }

    /// Reads a class path as the build wrote it down.
    List<Path> readClassPath(String peer) throws Trouble {
        try {
            var text = Files.readString(classPath(peer), StandardCharsets.UTF_8).strip();
            return List.of(text.split(File.pathSeparator, -1)).stream().map(Path::of).toList();
        } catch (IOException _) {
            throw new Trouble(
                    "%s is not built; what the build said is in %s"
                            .formatted(peer, root.relativize(built().resolve("build.log"))));
        }
    }

    private Path built() {
        return root.resolve("target/bench");
    }
}
