package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Statistics.median(3, 1, 2)).isEqualTo(2);
        assertThat(Statistics.median(4, 1, 3, 2)).isEqualTo(2.5);
        assertThat(Statistics.median(7)).isEqualTo(7);
    }

    @Test
    void thereIsNoMedianOfNothing() {
        assertThatThrownBy(Statistics::median).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quantilesLieBetweenNeighbours() {
        assertThat(Statistics.quantile(0.99, 0, 100)).isEqualTo(99);
        assertThat(Statistics.quantile(0, 5, 4)).isEqualTo(4);
        assertThat(Statistics.quantile(1, 5, 4)).isEqualTo(5);
    }

    @Test
    void theRatioIsTakenPairByPair() {
        // The machine slowed down fourfold after the first pair: each pair still says 2 or 3.
        var peer = new double[] {2, 8, 12};
        var gradus = new double[] {1, 4, 4};
        assertThat(Statistics.medianRatio(peer, gradus)).isEqualTo(2);
        assertThat(Statistics.median(peer) / Statistics.median(gradus)).isEqualTo(2);
        assertThat(Statistics.medianRatio(new double[] {2, 80, 12}, new double[] {1, 40, 4}))
                .isEqualTo(2);
    }

    @Test
    void theSpreadIsThatOfTheMiddleHalf() {
        assertThat(Statistics.spread(10, 10, 10, 10, 1000)).isZero();
        assertThat(Statistics.spread(8, 9, 10, 11, 12)).isEqualTo(0.2, within(1e-12));
    }

    @Test
    void steadyIsWhenTheLastFewAgree() {
        assertThat(Statistics.isSteady(new double[] {100, 10.1, 10.2, 10}, 3, 0.04)).isTrue();
        assertThat(Statistics.isSteady(new double[] {100, 10.1, 10.2, 10}, 4, 0.04)).isFalse();
        assertThat(Statistics.isSteady(new double[] {10, 11, 10}, 3, 0.04)).isFalse();
        assertThat(Statistics.isSteady(new double[] {10, 10}, 3, 0.04)).isFalse();
    }
}
