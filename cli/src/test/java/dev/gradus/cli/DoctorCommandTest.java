package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @Test
    void saysWhatIsThereAndThatItWorks() {
        var result = Shell.gradus("doctor");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "Java",
                        "processor",
                        "memory",
                        "backend",
                        "in use",
                        "Fashion-MNIST",
                        "agrees");
    }

    @Test
    void writesTheSameForPrograms(@TempDir Path folder) throws IOException {
        var file = folder.resolve("doctor.json");
        Shell.gradus("doctor", "--json", file);
        var found = Json.read(Files.readString(file));
        assertThat(found)
                .containsEntry("works", true)
                .containsEntry("java", System.getProperty("java.version"))
                .containsEntry("cores", (long) Runtime.getRuntime().availableProcessors())
                .containsKeys("backend", "vector_bits", "heap_bytes", "findings");
    }
}
