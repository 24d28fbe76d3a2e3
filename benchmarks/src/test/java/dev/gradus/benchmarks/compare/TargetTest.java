package dev.gradus.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.benchmarks.compare.Row.Unit;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void aRatioIsReachedFromItsTargetOn() {
        assertThat(reached(Rows.compared("W1", 1, "libtorch", 2.0))).isTrue();
        assertThat(reached(Rows.compared("W1", 1, "libtorch", 1.99))).isFalse();
        assertThat(reached(Rows.compared("W1", 2, "libtorch", 1.5))).isTrue();
    }

    @Test
    void aMissingFigureReachesNothing() {
        assertThat(reached(Rows.missing("W1", "libtorch", "it is not there"))).isFalse();
    }

    @Test
    void onlySquaresOfAMiddlingSizeAreHeldAgainstLibtorch() {
        assertThat(text(Rows.compared("M1:512x512x512:TN", 1, "libtorch", 1))).isEqualTo("≥ 0.90");
        assertThat(text(Rows.compared("M1:512x512x512:TN", 2, "libtorch", 1))).isEqualTo("≥ 0.85");
        assertThat(Target.of(Rows.compared("M1:2048x2048x2048:NN", 1, "libtorch", 1))).isEmpty();
        assertThat(Target.of(Rows.compared("M1:32x784x128:NN", 1, "libtorch", 1))).isEmpty();
    }

    @Test
    void limitsHoldWhoeverStandsBeside() {
        assertThat(text(Rows.compared("cold:W1:1", 1, "dl4j", 1))).isEqualTo("≤ 400 ms");
        assertThat(reached(Rows.compared("cold:W1:1", 1, "libtorch", 0.1))).isTrue();
        assertThat(reached(Rows.own("M4:trace-200:node", Unit.US, 0.21))).isFalse();
        assertThat(reached(Rows.own("allocation:W3:outside-trace", Unit.BYTES, 1000))).isTrue();
        assertThat(Target.of(Rows.own("allocation:W3:total", Unit.BYTES, 1000))).isEmpty();
    }

    @Test
    void twoThreadsAreWorthMostOfASecondOne() {
        assertThat(text(Rows.compared("W3", 2, "one-thread", 1))).isEqualTo("≥ 1.70");
        assertThat(Target.of(Rows.compared("W1", 2, "one-thread", 1))).isEmpty();
    }

    private static boolean reached(Row row) {
        return Target.of(row).orElseThrow().isReached(row);
    }

    private static String text(Row row) {
        return Target.of(row).orElseThrow().text();
    }
}
