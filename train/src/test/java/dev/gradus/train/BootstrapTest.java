package dev.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static ConfusionMatrix matrix(int right, int wrong) {
        return ConfusionMatrix.ofCounts(List.of("a", "b"), new double[][] {{right, wrong}, {0, 0}});
    }

    private static Interval accuracy(int right, int wrong, long seed) {
        return Bootstrap.of(matrix(right, wrong), 1000, Seed.seed(seed))
                .interval(ConfusionMatrix::accuracy);
    }

    @Test
    void percentilesAreThoseOfNumPy() {
        var golden = Goldens.percentiles();
        var shares = golden.reals("shares");
        for (var i = 0; i < shares.length; i++) {
            assertThat(Bootstrap.percentile(golden.reals("figures"), shares[i]))
                    .isCloseTo(golden.reals("values")[i], within(1e-15));
        }
    }

    @Test
    void theIntervalOfAShareIsThatOfTheBinomialDistribution() {
        var interval = accuracy(900, 100, 1);

        // 0.9 ± 1.96 √(0.9 × 0.1 / 1000)
        assertThat(interval.low()).isCloseTo(0.8814, within(0.002));
        assertThat(interval.high()).isCloseTo(0.9186, within(0.002));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        assertThat(accuracy(70, 30, 1)).isEqualTo(accuracy(70, 30, 1));
        assertThat(accuracy(700, 301, 1)).isNotEqualTo(accuracy(700, 301, 2));
    }

    @Test
    void whatIsAlwaysRightHasNoUncertainty() {
        assertThat(accuracy(50, 0, 1)).isEqualTo(new Interval(1, 1));
    }
}
