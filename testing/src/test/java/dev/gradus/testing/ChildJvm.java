package dev.gradus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs a class in a Java of its own, with the path of this one, for what is decided once per
/// process.
final class ChildJvm {
    private static final int MINUTES = 5;

    private ChildJvm() {}

    /// What the process left behind.
    record Ended(int code, String output) {}

    /// Runs the main method of `type` and waits for its end.
    static Ended run(Class<?> type, List<String> options, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-cp");
        command.add(path());
        command.add(type.getName());
        command.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile("child", ".log");
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running after %d minutes".formatted(MINUTES));
            }
            var ended =
                    new Ended(
                            process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            Files.delete(output);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    /// The tests run from the module path as well as the class path; a child needs no modules.
    private static String path() {
        var places = new ArrayList<String>();
        for (var type : List.of(ChildJvm.class, DigestReport.class)) {
            places.add(Path.of(location(type)).toString());
        }
        Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .forEach(places::add);
        return places.stream().collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static java.net.URI location(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
