package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.bidirectional;
import static dev.gradus.nn.Layers.lstm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BidirectionalTest {
    private static final Tensor X =
            Randomness.with(3, () -> Tensor.randomNormal(2, 5, 3).realize());

    private static Bidirectional built(Bidirectional.Spec spec) {
        return spec.build(Shape.of(5, 3), Seed.seed(1));
    }

    @Test
    void beginsToReadBackwardsAtTheLastStepOfEachSequence() {
        var layer = built(bidirectional(lstm(4).sequences()));
        var lengths = new int[] {3, 5};
        var together = layer.apply(X, Tensor.of(lengths, 2));
        for (var i = 0; i < 2; i++) {
            var alone = layer.apply(X.slice(i, i + 1).slice(1, 0, lengths[i], 1));
            assertThat(together.get(i).slice(0, lengths[i]).toFloats())
                    .containsExactly(alone.get(0).toFloats(), within(1e-5f));
        }
        assertThat(together.get(0).slice(3, 5).toFloats()).containsOnly(0);
    }

    @Test
    void saysInTheEndWhatEachDirectionSaysAfterItsLastStep() {
        var layer = built(bidirectional(lstm(4)));
        var each = built(bidirectional(lstm(4).sequences())).apply(X);
        var forward = each.slice(2, 0, 4, 1).slice(1, 4, 5, 1).squeeze(1);
        var backward = each.slice(2, 4, 8, 1).slice(1, 0, 1, 1).squeeze(1);
        assertThat(layer.apply(X).toFloats())
                .containsExactly(
                        Tensor.concatenate(1, forward, backward).toFloats(), within(1e-6f));
    }

    @Test
    void givesEachDirectionWeightsOfItsOwn() {
        var layer = built(bidirectional(lstm(4)));
        assertThat(layer.forward().inputWeight().toFloats())
                .isNotEqualTo(layer.backward().inputWeight().toFloats());
    }
}
