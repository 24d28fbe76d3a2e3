package dev.gradus.jvm.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.jvm.Lanes;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Starts a process for each vector width, because the width is fixed when a process begins.
class WidthsTest {

    private static final String MODULE = "jdk.incubator.vector";

    @Test
    void everyVectorWidthGivesTheSameBits() throws Exception {
        Map<String, String> printed = new TreeMap<>();
        for (String width : List.of("scalar", "128", "256", "512")) {
            String forced = "-D" + Lanes.PROPERTY + "=" + width;
            printed.put(width, checksum("--add-modules", MODULE, forced));
        }
        assertThat(printed.get("scalar")).matches("0 [0-9a-f]{16}");
        assertThat(printed.get("128")).startsWith("128 ");
        assertThat(printed.get("256")).startsWith("256 ");
        assertThat(printed.get("512")).startsWith("512 ");
        assertThat(printed.values().stream().map(line -> line.split(" ")[1]).distinct())
                .as("width in force and checksum for each width asked for: %s", printed)
                .hasSize(1);
    }

    @Test
    void theDirectMethodOfConvolutionGivesTheSameBitsAtEveryWidthToo() throws Exception {
        String direct = "-Dgradus.winograd=off";
        String scalar = "-D" + Lanes.PROPERTY + "=scalar";
        String narrow = "-D" + Lanes.PROPERTY + "=128";
        String first = checksum("--add-modules", MODULE, direct, scalar).split(" ")[1];
        assertThat(checksum("--add-modules", MODULE, direct, narrow)).isEqualTo("128 " + first);
        assertThat(checksum("--add-modules", MODULE, scalar)).isNotEqualTo("0 " + first);
    }

    @Test
    void withoutTheIncubatorModuleTheScalarFormRuns() throws Exception {
        assertThat(checksum()).startsWith("0 ");
    }

    private static String checksum(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(root(Lanes.class) + File.pathSeparator + root(Checksum.class));
        command.add(Checksum.class.getName());
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as("exit code of %s", command).isZero();
        return new String(output, StandardCharsets.UTF_8).strip();
    }

    /// Finds the folder a class was loaded from, which also works for a test inside a module.
    private static Path root(Class<?> type) {
        var file = type.getSimpleName() + ".class";
        Path path = Path.of(URI.create(Objects.requireNonNull(type.getResource(file)).toString()));
        for (int up = type.getName().split("\\.").length; up > 0; up--) {
            path = Objects.requireNonNull(path.getParent());
        }
        return path;
    }
}
