package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.mixtureOfExperts;
import static dev.gradus.nn.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MixtureOfExpertsTest {
    private static final Seed SEED = Seed.seed(5);
    private final MixtureOfExperts layer =
            mixtureOfExperts(4, dense(2), 2).build(Shape.of(3), SEED);
    private final Tensor x = Randomness.with(2, () -> Tensor.randomNormal(50, 3).realize());

    @Test
    void gatesAreSharesOfTheChosenExpertsAlone() {
        var gates = layer.gates(x).toFloats();
        for (var row = 0; row < 50; row++) {
            var sum = 0f;
            var asked = 0;
            for (var i = 0; i < 4; i++) {
                sum += gates[row * 4 + i];
                asked += gates[row * 4 + i] > 0 ? 1 : 0;
            }
            assertThat(sum).isCloseTo(1, within(1e-6f));
            assertThat(asked).isEqualTo(2);
        }
    }

    @Test
    void asksJustAsManyWhenAllAreAlike() {
        layer.gate().set(Tensor.zeros(3, 4));
        assertThat(layer.gates(x).greater(0).sum(-1).toFloats()).containsOnly(2);
    }

    @Test
    void answersWithTheOneExpertThatIsFarBetter() {
        layer.gate().set(Tensor.of(new float[][] {{0, 0, 500, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}));
        var first = Tensor.of(new float[][] {{1, 2, 3}});
        assertThat(layer.apply(first).toFloats())
                .containsExactly(layer.experts().get(2).apply(first).toFloats());
    }

    @Test
    void theLossOfBalanceIsZeroWhenAllCountAlikeAndLargestWhenOneCountsAlone() {
        var one = mixtureOfExperts(4, dense(2), 1).build(Shape.of(4), SEED);
        one.gate().set(Tensor.eye(4).mul(100));
        assertThat(one.balanceLoss(Tensor.eye(4)).item()).isCloseTo(0, within(1e-6));
        var always = Tensor.eye(4).slice(0, 1).expand(4, 4);
        // one has all: (4 - 1)² + 3 × 1 over 4, where the mean is 1
        assertThat(one.balanceLoss(always).item()).isCloseTo(3, within(1e-5));
    }

    @Test
    void stepsAgainstTheLossOfBalanceSpreadTheExperts() {
        var uneven = mixtureOfExperts(3, dense(2), 2).build(Shape.of(3), SEED);
        uneven.gate().set(Tensor.of(new float[][] {{1, 0, 0}, {2, 0, 0}, {1, 0, 0}}));
        var inputs = x.abs();
        var before = uneven.balanceLoss(inputs).item();
        var optimizer = adam(0.02).on(uneven);
        for (var step = 0; step < 60; step++) {
            optimizer.step(uneven.balanceLoss(inputs));
        }
        assertThat(uneven.balanceLoss(inputs).item()).isLessThan(before / 2);
    }

    @Test
    void refusesMoreExpertsThanThereAreAndThoseThatChangeMoreThanFeatures() {
        assertThatThrownBy(() -> mixtureOfExperts(2, dense(3), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was to ask 3 of 2 experts");
        assertThatThrownBy(() -> mixtureOfExperts(2, flatten(), 1).build(Shape.of(2, 3), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("an expert makes [6] of [2, 3]");
        assertThatThrownBy(() -> layer.apply(Tensor.ones(2, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("built for 3 features but receives 5");
    }
}
