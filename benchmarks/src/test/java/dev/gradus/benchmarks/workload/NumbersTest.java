package dev.gradus.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Pinned: every language that takes part makes the same numbers, so none may ever change.
class NumbersTest {
    @Test
    void uniformNumbersAreThoseOfTheFormula() {
        assertThat(Numbers.uniform(1, 4, 1))
                .containsExactly(
                        0.49155890941619873f,
                        -0.45284318923950195f,
                        0.812484860420227f,
                        0.2025665044784546f);
    }

    @Test
    void integersAreThoseOfTheFormula() {
        assertThat(Numbers.integers(2, 6, 96)).containsExactly(15, 63, 92, 82, 54, 60);
        assertThat(Numbers.integers(1100, 6, 10)).containsExactly(3, 8, 2, 9, 1, 8);
    }

    @Test
    void uniformNumbersStayWithinTheirBoundAndFillIt() {
        var numbers = Numbers.uniform(7, 10_000, 0.5f);
        var smallest = 1f;
        var largest = -1f;
        for (var number : numbers) {
            smallest = Math.min(smallest, number);
            largest = Math.max(largest, number);
        }
        assertThat(smallest).isBetween(-0.5f, -0.499f);
        assertThat(largest).isBetween(0.499f, 0.5f).isLessThan(0.5f);
    }
}
