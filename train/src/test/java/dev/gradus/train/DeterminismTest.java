package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The same settings give the same bits in another process, with any number of threads, with and
/// without vectors.
class DeterminismTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @Test
    void weightsDoNotDependOnThreadsOrVectors() throws Exception {
        var one = hash(VECTORS, "-Dgradus.threads=1");

        assertThat(one).matches("[0-9a-f]{64}");
        assertThat(hash(VECTORS, "-Dgradus.threads=2")).isEqualTo(one);
        assertThat(hash(VECTORS, "-Dgradus.threads=2", "-Dgradus.vector=scalar")).isEqualTo(one);
    }

    private static String hash(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(path());
        command.add(TrainAndPrintHash.class.getName());
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit of %s", command).isZero();
        return text.strip();
    }

    /// Returns both paths of this process, and the folder of the tests, which is on neither where
    /// the tests are patched into the module.
    static String path() throws IOException {
        return Stream.of(
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""),
                        folderOfTests())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String folderOfTests() throws IOException {
        var name = TrainAndPrintHash.class.getName().replace('.', '/') + ".class";
        var url = DeterminismTest.class.getResource("/" + name).toString();
        try {
            return Path.of(new URI(url.substring(0, url.length() - name.length()))).toString();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
