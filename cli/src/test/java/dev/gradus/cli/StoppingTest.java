package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.compile.ModulePath;
import dev.gradus.io.Json;
import dev.gradus.train.Model;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What happens to a long work when its process is asked to end, as by Ctrl-C.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a program cannot ask another to end")
class StoppingTest {
    @Test
    void endsAfterThePresentStepWithEverythingSaved(@TempDir Path folder) throws Exception {
        var said = folder.resolve("said.txt");
        var json = folder.resolve("figures.json");
        var process =
                start(
                        said,
                        "quickstart",
                        "--epochs",
                        "5000",
                        "--out",
                        folder.toString(),
                        "--json",
                        json.toString());
        try {
            waitFor(said, "1/5000", process);
            process.destroy();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(said))
                .contains("everything up to there is saved")
                .doesNotContain("\tat ");
        assertThat(Model.load(folder.resolve("fashion.gradus")).classes()).hasSize(10);
        assertThat(Json.read(Files.readString(json))).containsKey("weights_sha256");
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void theStudioSaysGoodbye(@TempDir Path folder) throws Exception {
        var said = folder.resolve("said.txt");
        var process = start(said, "studio", "--no-open", "--port", "0");
        try {
            waitFor(said, "Ctrl-C", process);
            assertThat(Files.readString(said))
                    .containsPattern("http://127\\.0\\.0\\.1:[0-9]+/\\?token=[-_A-Za-z0-9]{32}");
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(said)).contains("is closed").doesNotContain("\tat ");
    }

    private static Process start(Path said, String... options) throws IOException {
        var java =
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-XX:+UseSerialGC",
                                "--module-path",
                                ModulePath.ofProcess(),
                                "--module",
                                "dev.gradus.cli/dev.gradus.cli.Main"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static void waitFor(Path said, String text, Process process) throws Exception {
        while (!Files.readString(said).contains(text)) {
            assertThat(process.isAlive()).as(() -> read(said)).isTrue();
            Thread.sleep(50);
        }
    }

    private static String read(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
