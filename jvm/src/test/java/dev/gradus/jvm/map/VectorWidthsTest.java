package dev.gradus.jvm.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gradus.jvm.Lanes;
import dev.gradus.tensor.backend.CounterRandom;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All float32 loops give the same bits at every vector width and without vectors.
class VectorWidthsTest {

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private static List<String> scalar = List.of();

    @BeforeAll
    static void runWithoutVectors() throws Exception {
        scalar = checksums("scalar", List.of("--add-modules", VECTOR_MODULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"128", "256", "512"})
    void vectorsGiveTheBitsOfTheScalarLoops(String width) throws Exception {
        // wider vectors than the processor has are emulated, far too slowly to test
        assumeThat(Integer.parseInt(width)).isLessThanOrEqualTo(Math.max(Lanes.BITS, 128));
        var vector = checksums(width, List.of("--add-modules", VECTOR_MODULE));
        assertThat(vector.getFirst()).isEqualTo("bits " + width);
        assertThat(vector.subList(1, vector.size())).isEqualTo(scalar.subList(1, scalar.size()));
    }

    @Test
    void theLoopsRunWithoutTheVectorModule() throws Exception {
        assertThat(checksums("auto", List.of())).isEqualTo(scalar);
    }

    private static List<String> checksums(String width, List<String> options) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-D" + Lanes.PROPERTY + "=" + width);
        command.add("-cp");
        command.add(
                Stream.of(Checksum.class, FloatLoops.class, CounterRandom.class)
                        .map(VectorWidthsTest::place)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(Checksum.class.getName());
        return output(command);
    }

    private static List<String> output(List<String> command)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit of %s", command).isZero();
        assertThat(text).startsWith("bits ");
        return Arrays.asList(text.split("\n"));
    }

    /// Returns the directory or jar that `type` was loaded from, in a module or on the class path.
    private static String place(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + file);
        assertThat(url).isNotNull();
        String location = url.toString();
        String root = location.substring(0, location.length() - file.length());
        if (root.startsWith("jar:")) {
            root = root.substring("jar:".length(), root.length() - "!/".length());
        }
        try {
            return Path.of(new URI(root)).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("no place of " + type + ": " + root, impossible);
        }
    }
}
