package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.seed;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Parameters;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaeTest {
    private static final Shape EXAMPLE = Shape.of(4, 4);

    /// Pictures of one bright row or one bright column.
    private static Tensor bars() {
        var numbers = new float[8 * 16];
        for (var i = 0; i < 4; i++) {
            for (var k = 0; k < 4; k++) {
                numbers[i * 16 + i * 4 + k] = 1;
                numbers[(4 + i) * 16 + k * 4 + i] = 1;
            }
        }
        return Tensor.of(numbers, 8, 4, 4);
    }

    @Test
    void isAsLargeAsInThePaper() {
        var input = Shape.of(28, 28, 1);
        assertThat(Parameters.count(Vae.of(input, 500, 20).build(input, seed(1))))
                .isEqualTo(392_500 + 2 * 10_020 + 10_500 + 392_784);
    }

    @Test
    void divergenceIsThatOfTwoNormalDistributions() {
        var codes =
                new Vae.Codes(
                        Tensor.of(new float[][] {{0, 0}, {1, -2}}),
                        Tensor.of(new float[][] {{0, 0}, {(float) Math.log(4), 0}}));
        // ½ (1 + 4 - 1 - log 4) + ½ (4 + 1 - 1)
        assertThat(codes.divergence().toDoubles())
                .containsExactly(new double[] {0, 4 - Math.log(4) / 2}, within(1e-6));
    }

    @Test
    void drawsCodesAroundTheirMeanInTrainingAndTakesTheMeanOtherwise() {
        var mean = Tensor.full(3, 100, 100);
        var codes = new Vae.Codes(mean, Tensor.full(Math.log(0.25), 100, 100));
        assertThat(codes.draw().toFloats()).containsOnly(3);
        var drawn = codes.draw();
        Step.run(List.of(drawn), Map.of(), 5);
        assertThat(drawn.mean().item()).isCloseTo(3, within(0.02));
        assertThat(drawn.variance().sqrt().item()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void drawsOthersInEachStep() {
        var vae = Vae.of(EXAMPLE, 4, 2).build(EXAMPLE, seed(1));
        var optimizer = sgd(0).on(vae);
        var first = vae.loss(bars());
        optimizer.step(first);
        var second = vae.loss(bars());
        optimizer.step(second);
        assertThat(second.item()).isNotEqualTo(first.item());
    }

    @Test
    void lossIsSurpriseAndDivergence() {
        var vae = Vae.of(EXAMPLE, 4, 2).build(EXAMPLE, seed(1));
        var x = bars();
        var p = vae.apply(x).sigmoid();
        var surprise = x.mul(p.log()).add(x.rsub(1).mul(p.rsub(1).log())).sum().div(-8);
        var expected = surprise.item() + vae.encode(x).divergence().mean().item();
        assertThat(vae.loss(x).item()).isCloseTo(expected, within(1e-4));
    }

    @Test
    void makesExamplesOfPointsDrawnFromABell() {
        var vae = Vae.of(EXAMPLE, 32, 2).build(EXAMPLE, seed(1));
        var optimizer = adam(0.01).on(vae);
        for (var step = 0; step < 400; step++) {
            optimizer.step(vae.loss(bars()));
        }
        assertThat(vae.loss(bars()).item()).isLessThan(7);
        var codes = Randomness.with(3, () -> Tensor.randomNormal(200, 2));
        var made = vae.decode(codes).sigmoid();
        // how far each is from the nearest picture that it learned from
        var distance = made.unsqueeze(1).sub(bars().unsqueeze(0)).abs().mean(2, 3).min(1);
        assertThat(distance.mean().item()).isLessThan(0.15);
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> Vae.of(EXAMPLE, 4, 0)).hasMessageContaining("0 numbers");
        var crooked = new Vae.Spec(dense(4), 2, dense(5)).build(Shape.of(3), seed(1));
        assertThatThrownBy(() -> crooked.loss(Tensor.zeros(2, 3)))
                .hasMessage(
                        "the decoder makes [2, 5] of examples [2, 3]: it must make what was encoded");
    }
}
