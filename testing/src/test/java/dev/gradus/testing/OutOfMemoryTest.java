package dev.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A computation that does not fit says what it needed, in a Java with a small heap.
class OutOfMemoryTest {
    @TempDir Path folder;

    @Test
    void intermediateResultsThatDoNotFitAreNamed() throws IOException {
        assertThat(message("intermediate"))
                .contains(
                        "needs 64.3 MB", "heap", "48.0 MB", "smaller batch", "-Xmx", "The largest:")
                .contains("64.0 MB for float32 [4096, 4096] of matmul 4096×8×4096")
                .hasLineCount(4);
    }

    @Test
    void resultsThatDoNotFitAreNamedToo() throws IOException {
        assertThat(message("result"))
                .contains("need 128 MB", "heap", "48.0 MB", "smaller batch", "-Xmx")
                .contains("128 MB for float32 [8192, 4096]");
    }

    private String message(String what) throws IOException {
        var file = folder.resolve(what);
        var ended = ChildJvm.run(Greedy.class, List.of("-Xmx48m"), what, file.toString());
        assertThat(ended.code()).as(ended.output()).isZero();
        return Files.readString(file);
    }

    /// Asks for more than a small heap holds and writes down what it is told.
    static final class Greedy {
        private Greedy() {}

        public static void main(String... arguments) throws IOException {
            var x = Tensor.random(4096, 8);
            var y = Tensor.random(8, 4096);
            var wanted =
                    arguments[0].equals("result")
                            ? Tensor.random(8192, 1).mul(Tensor.random(1, 4096))
                            : x.matmul(y).softmax(-1).sum();
            Files.writeString(Path.of(arguments[1]), answer(wanted));
        }

        private static String answer(Tensor wanted) {
            try {
                return "it fits: " + wanted.realize().shape();
            } catch (OutOfMemoryError e) {
                return String.valueOf(e.getMessage());
            }
        }
    }
}
