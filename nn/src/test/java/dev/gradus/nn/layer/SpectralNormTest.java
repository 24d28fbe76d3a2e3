package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.spectralNorm;
import static dev.gradus.nn.Layers.weightNorm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Mode;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SpectralNormTest {
    private final SpectralNorm layer = spectralNorm(dense(5)).build(Shape.of(7), Seed.seed(2));

    @Test
    void beginsWithVectorsThatAreStretchedMost() {
        var direction = layer.left().reshape(1, 7);
        assertThat(length(layer.apply(direction))).isCloseTo(1, within(1e-5));
        for (var x : someRows(50)) {
            assertThat(length(layer.apply(x))).isLessThanOrEqualTo(length(x) * 1.00001);
        }
    }

    @Test
    void followsAWeightThatHasChangedInAFewSteps() {
        layer.layer()
                .weight()
                .set(Randomness.with(3, () -> Tensor.randomNormal(7, 5).mul(9).realize()));
        for (var step = 0; step < 40; step++) {
            Mode.TRAINING.compute(layer.apply(Tensor.ones(1, 7)));
        }
        assertThat(length(layer.apply(layer.left().reshape(1, 7)))).isCloseTo(1, within(1e-4));
        for (var x : someRows(50)) {
            assertThat(length(layer.apply(x))).isLessThanOrEqualTo(length(x) * 1.0001);
        }
    }

    @Test
    void keepsItsVectorsWhenAValueIsMerelyLookedAt() {
        layer.layer().weight().set(Tensor.ones(7, 5));
        var before = layer.left().toFloats();
        layer.apply(Tensor.ones(2, 7)).toFloats();
        assertThat(layer.left().toFloats()).containsExactly(before);
        Mode.TRAINING.compute(layer.apply(Tensor.ones(2, 7)));
        assertThat(layer.left().toFloats()).isNotEqualTo(before);
    }

    @Test
    void refusesALayerWithoutASingleWeight() {
        assertThatThrownBy(() -> spectralNorm(flatten()).build(Shape.of(3), Seed.seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "spectralNorm was given flatten(), which has no single weight: wrap a layer such as dense(10) or conv2d(32, 3)");
        assertThatThrownBy(() -> weightNorm(flatten()).build(Shape.of(3), Seed.seed(1)))
                .hasMessageContaining("weightNorm was given flatten()");
    }

    @Test
    void weightNormBeginsWithJustTheLayerItIsGiven() {
        var shape = Shape.of(5, 4, 2);
        var x = Randomness.with(1, () -> Tensor.randomNormal(2, 5, 4, 2).realize());
        var plain = conv2d(3, 2).build(shape, Seed.seed(6).child("layer"));
        var parted = weightNorm(conv2d(3, 2)).build(shape, Seed.seed(6));
        assertThat(parted.apply(x).toFloats())
                .containsExactly(plain.apply(x).toFloats(), within(1e-5f));
    }

    private static Iterable<Tensor> someRows(int count) {
        var rows = Randomness.with(9, () -> Tensor.randomNormal(count, 7).realize());
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> rows.slice(i, i + 1))
                .toList();
    }

    private static double length(Tensor row) {
        return row.square().sum().sqrt().item();
    }
}
