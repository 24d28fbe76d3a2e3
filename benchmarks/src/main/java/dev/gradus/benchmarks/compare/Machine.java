package dev.gradus.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Describes what everything ran on.
final class Machine {
    private Machine() {}

    /// Returns processor, cores, system and Java in a line.
    static String describe() {
        return "%s, %d cores, %s %s, Java %s (%s)"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        System.getProperty("java.vendor"));
    }

    /// Tells whether a description is of a processor made by AMD.
    static boolean isOfAmd(String description) {
        return description.startsWith("AMD ");
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            var all = lines.toList();
            var model =
                    all.stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse("unknown processor");
            var flags =
                    all.stream().filter(line -> line.startsWith("flags")).findFirst().orElse("");
            return model + (flags.contains("avx512f") ? " with AVX-512" : "");
        } catch (IOException _) {
            return "unknown processor";
        }
    }
}
