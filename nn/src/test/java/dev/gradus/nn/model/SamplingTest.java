package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.sampling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplingTest {
    /// Shares 0.1, 0.4, 0.2 and 0.3.
    private static final float[] LOGITS = {
        (float) Math.log(1), (float) Math.log(4), (float) Math.log(2), (float) Math.log(3)
    };

    private static double[] shares(Sampling sampling) {
        var shares = new double[LOGITS.length];
        var draws = 20_000;
        for (var i = 0; i < draws; i++) {
            shares[sampling.choose(LOGITS, (Seed.seed(1).bits(i) >>> 11) * 0x1p-53)] += 1.0 / draws;
        }
        return shares;
    }

    private static Set<Integer> chosen(Sampling sampling) {
        var chosen = new HashSet<Integer>();
        for (var draw = 0.0; draw < 1; draw += 0.001) {
            chosen.add(sampling.choose(LOGITS, draw));
        }
        return chosen;
    }

    @Test
    void drawsByTheSharesOfSoftmax() {
        assertThat(shares(sampling()))
                .containsExactly(new double[] {0.1, 0.4, 0.2, 0.3}, within(0.015));
    }

    @Test
    void raisesSharesToOneOverTheTemperature() {
        // squared: 1, 16, 4 and 9 of 30
        assertThat(shares(sampling().temperature(0.5)))
                .containsExactly(
                        new double[] {1 / 30.0, 16 / 30.0, 4 / 30.0, 9 / 30.0}, within(0.015));
    }

    @Test
    void alwaysTakesTheLikeliestAtTemperatureZero() {
        assertThat(chosen(sampling().temperature(0))).containsExactly(1);
    }

    @Test
    void choosesAmongTheLikeliestOnly() {
        assertThat(chosen(sampling().topK(1))).containsExactly(1);
        assertThat(chosen(sampling().topK(3))).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(chosen(sampling().topK(100))).hasSize(4);
    }

    @Test
    void choosesAmongTheFewestThatReachTheShare() {
        assertThat(chosen(sampling().topP(0.3))).containsExactly(1);
        assertThat(chosen(sampling().topP(0.6))).containsExactlyInAnyOrder(1, 3);
        assertThat(chosen(sampling().topP(0.75))).containsExactlyInAnyOrder(1, 2, 3);
        // of the three that topK leaves, 4/9 and 3/9 reach three quarters
        assertThat(chosen(sampling().topK(3).topP(0.75))).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void takesTheFirstOfEquals() {
        assertThat(sampling().temperature(0).choose(new float[] {1, 2, 2}, 0.9)).isEqualTo(1);
    }

    @Test
    void ordersLogitsOfEitherSign() {
        var logits = new float[] {-2, -0f, -1, 0, 3, Float.NEGATIVE_INFINITY, 1e-30f, -1e30f};
        var left = logits.clone();
        var order = new ArrayList<Integer>();
        for (var i = 0; i < 8; i++) {
            var next = sampling().temperature(0).choose(left, 0);
            order.add(next);
            left[next] = Float.NEGATIVE_INFINITY;
        }
        assertThat(order.subList(0, 7)).containsExactly(4, 6, 1, 3, 2, 0, 7);
    }

    @Test
    void refusesLogitsThatAreNoNumbers() {
        assertThatThrownBy(() -> sampling().choose(new float[] {1, Float.NaN}, 0))
                .hasMessageStartingWith("the logit of token 1 is not a number");
        assertThatThrownBy(() -> sampling().choose(new float[0], 0))
                .hasMessageStartingWith("a token was to be chosen by no logits");
    }

    @Test
    void copesWithLogitsFarApart() {
        assertThat(sampling().choose(new float[] {-1e30f, 0, Float.NEGATIVE_INFINITY}, 0.999))
                .isEqualTo(1);
        assertThat(sampling().temperature(1e-3).choose(new float[] {1e4f, 1e4f + 10}, 0))
                .isEqualTo(1);
    }

    @Test
    void refusesNumbersThatMeanNothing() {
        assertThatThrownBy(() -> sampling().temperature(-1))
                .hasMessageStartingWith("sampling was given the temperature -1.0: give 0");
        assertThatThrownBy(() -> sampling().topK(0))
                .hasMessage("sampling was given topK = 0: give 1 or more");
        assertThatThrownBy(() -> sampling().topP(1.5))
                .hasMessageStartingWith("sampling was given topP = 1.5");
    }

    @Test
    void isWrittenAsInAProgram() {
        assertThat(sampling().temperature(0.8).topK(40).topP(0.9).seed(3))
                .hasToString("sampling().temperature(0.8).topK(40).topP(0.9).seed(3)");
    }
}
