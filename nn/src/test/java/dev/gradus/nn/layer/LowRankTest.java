package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.lowRank;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LowRankTest {
    private static final Seed SEED = Seed.seed(1);
    private final Dense trained = dense(4, TANH).build(Shape.of(6), SEED);
    private final Tensor x = Randomness.with(3, () -> Tensor.randomNormal(30, 6).realize());

    @Test
    void beginsWithJustTheLayerItIsGiven() {
        var adapted = lowRank(2, trained).build(Shape.of(6), Seed.seed(8));
        assertThat(adapted.apply(x).toFloats()).containsExactly(trained.apply(x).toFloats());
        assertThat(adapted).hasToString("lowRank(2, dense(4, TANH))");
    }

    @Test
    void learnsWithFewNumbersAndLeavesTheLayerAsItIs() {
        var before = trained.weight().toFloats();
        var adapted = lowRank(1, trained).alpha(2).build(Shape.of(6), Seed.seed(8));
        assertThat(Parameters.trainable(adapted).keySet()).containsExactly("down", "up");
        assertThat(Parameters.count(adapted)).isEqualTo(6 + 4);
        var change = x.slice(1, 0, 1, 1).matmul(Tensor.full(0.5, 1, 4));
        var wanted = trained.weighted(x, trained.weight()).add(change).tanh().realize();
        var optimizer = adam(0.02).on(adapted);
        for (var step = 0; step < 300; step++) {
            optimizer.step(meanSquaredError(adapted.apply(x), wanted));
        }
        assertThat(meanSquaredError(trained.apply(x), wanted).item()).isGreaterThan(0.02);
        assertThat(meanSquaredError(adapted.apply(x), wanted).item()).isLessThan(1e-3);
        assertThat(Parameters.of(adapted).get("base.weight").toFloats()).containsExactly(before);

        var merged = adapted.merged();
        assertThat(merged.apply(x).toFloats())
                .containsExactly(adapted.apply(x).toFloats(), within(1e-5f));
        assertThat(merged.spec()).isEqualTo(trained.spec());
        assertThat(Parameters.trainable(merged)).containsOnlyKeys("weight", "bias");
    }

    @Test
    void refusesWhatIsNoDenseLayer() {
        assertThatThrownBy(() -> lowRank(2, flatten()).build(Shape.of(6), SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lowRank was given flatten()");
        assertThatThrownBy(() -> lowRank(0, trained)).hasMessageContaining("rank = 0");
        assertThatThrownBy(() -> lowRank(1, trained).alpha(0)).hasMessageContaining("alpha = 0.0");
    }
}
