package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every row and the weights of trained networks have the same bits at any width of vectors and any
/// number of threads.
class WidthsAndThreadsTest {
    @TempDir static Path folder;

    private static List<String> expected;

    @BeforeAll
    static void reportsWithoutVectorsOnOneThread() throws IOException {
        expected = report("scalar", 1);
        assertThat(expected.getFirst()).isEqualTo("device jvm");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 1",
        "auto, 2",
        "scalar, 2",
        "scalar, 4",
        "128, 1",
        "128, 2",
        "128, 4",
        "256, 1",
        "256, 2",
        "256, 4",
        "512, 1",
        "512, 2",
        "512, 4"
    })
    void theBitsAreThoseOfScalarCodeOnOneThread(String vector, int threads) throws IOException {
        assertThat(report(vector, threads)).isEqualTo(expected);
    }

    private static List<String> report(String vector, int threads) throws IOException {
        var file = folder.resolve(vector + "-" + threads + ".txt");
        var options = List.of("-Dgradus.vector=" + vector, "-Dgradus.threads=" + threads, "-Xmx1g");
        var ended = ChildJvm.run(DigestReport.class, options, file.toString());
        assertThat(ended.code()).as(ended.output()).isZero();
        return Files.readAllLines(file);
    }
}
