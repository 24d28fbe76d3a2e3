package dev.gradus.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.house.Checkout;
import dev.gradus.house.Programs;
import dev.gradus.house.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each example runs to its end, as its reader would run it; one that takes minutes does a small part
/// of its work when it is told `--quick`.
class ExamplesTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).isNotEmpty();
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> everyExampleRuns(@TempDir Path folder) throws IOException {
        return examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(
                                example.getFileName().toString(), () -> run(example, folder)));
    }

    private static List<Path> examples() throws IOException {
        try (var files = Files.list(Checkout.root().resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static void run(Path example, Path folder) throws IOException {
        var name = Checkout.root().relativize(example).toString();
        var source = Source.file(name, Files.readString(example));
        var classes = Files.createTempDirectory(folder, "example");
        Programs.compile(source, classes);
        assertThat(Programs.run(source, classes, LIMIT, "--quick"))
                .as("what %s prints", name)
                .isNotBlank();
    }
}
