package dev.gradus.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArithmeticTest {
    @Test
    void theFirstLayerHasNoGradientOfItsInput() {
        assertThat(operations("W1")).isEqualTo(2L * 32 * (2 * 784 * 128 + 3 * 128 * 10));
        assertThat(operations("W7")).isEqualTo(2L * 256 * (2 * 30 * 64 + 3 * (64 * 32 + 32)));
    }

    @Test
    void aConvolutionIsAProductAtEveryPlace() {
        var first = 26L * 26 * 9 * 32;
        var others = 24L * 24 * 9 * 32 * 64 + 9216 * 128 + 128 * 10;
        assertThat(operations("W3")).isEqualTo(2 * 64 * (2 * first + 3 * others));
        assertThat(operations("W8:1")).isEqualTo(2 * (first + others));
    }

    @Test
    void theResidualNetworkNeedsWhatItsPaperSays() {
        // 41 million multiply-adds a picture (He and others 2015, table 6 counts 0.27 million
        // weights).
        var forward = operations("W4") / (2.0 * 64 * 3);
        assertThat(forward).isBetween(40.0e6, 41.5e6);
    }

    @Test
    void aTableOfEmbeddingsIsLookedUpAndStillLearns() {
        var place = 64L * 1024 + 256 * 1024 + 256 * 96;
        assertThat(operations("W5")).isEqualTo(2 * 32 * 3 * 64 * place);
        var block = 128L * 384 + 128 * 128 + 2 * 128 * 512 + 2 * 64 * 128;
        assertThat(operations("W6")).isEqualTo(2 * 16 * 3 * 64 * (4 * block + 128 * 96));
    }

    private static long operations(String name) {
        return Workload.named(name).operations();
    }
}
