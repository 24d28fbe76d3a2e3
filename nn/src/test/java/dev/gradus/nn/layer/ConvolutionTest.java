package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.CAUSAL;
import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.conv1d;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.conv3d;
import static dev.gradus.nn.Layers.convTranspose2d;
import static dev.gradus.nn.Layers.depthwiseConv2d;
import static dev.gradus.nn.Layers.separableConv2d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.nn.Summary;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvolutionTest {
    private static final Seed SEED = Seed.seed(1);

    private static Tensor random(int... sizes) {
        return Randomness.with(3, () -> Tensor.randomNormal(sizes));
    }

    @Test
    void aDepthwiseConvolutionIsOneWithAGroupForEachChannel() {
        var x = random(2, 6, 5, 3);
        var depthwise =
                depthwiseConv2d(3).multiplier(2).padding(SAME).build(Shape.of(6, 5, 3), SEED);
        var grouped = conv2d(6, 3).groups(3).padding(SAME).build(Shape.of(6, 5, 3), SEED);
        grouped.weight().set(depthwise.weight());
        assertThat(depthwise.apply(x).toFloats()).containsExactly(grouped.apply(x).toFloats());
    }

    @Test
    void theResultsOfOneChannelStandSideBySide() {
        var layer = depthwiseConv2d(1).multiplier(2).build(Shape.of(1, 1, 2), SEED);
        layer.weight().set(Tensor.of(new float[] {1, 10, 100, 1000}, 1, 1, 1, 4));
        assertThat(layer.apply(Tensor.of(new float[] {2, 3}, 1, 1, 1, 2)).toFloats())
                .containsExactly(2, 20, 300, 3000);
    }

    @Test
    void depthwiseWeightsKeepNumbersOfOneSizeHoweverManyChannelsThereAre() {
        var layer = depthwiseConv2d(3).build(Shape.of(8, 8, 400), SEED);
        assertThat(layer.weight().square().mean().item()).isCloseTo(1 / 9.0, within(0.01));
        var beforeRelu = depthwiseConv2d(3, RELU).build(Shape.of(8, 8, 400), SEED);
        assertThat(beforeRelu.weight().square().mean().item()).isCloseTo(2 / 9.0, within(0.02));
    }

    @Test
    void aTransposedConvolutionIsTheGradientOfAConvolution() {
        for (var edge : List.of(Padding.VALID, Padding.SAME)) {
            // sizes that a transposed convolution makes: VALID reaches one further than SAME
            var x = edge == Padding.VALID ? random(2, 7, 9, 2) : random(2, 8, 10, 2);
            var shape = x.shape().range(1, 4);
            var forward = conv2d(4, 3).stride(2).padding(edge).withoutBias().build(shape, SEED);
            var y = forward.apply(x);
            var up = random(y.shape().toArray());
            var back =
                    convTranspose2d(2, 3)
                            .stride(2)
                            .padding(edge)
                            .withoutBias()
                            .build(y.shape().range(1, 4), SEED);
            back.weight().set(forward.weight());
            var gradient = Gradients.of(y, up, List.of(x)).getFirst();
            assertThat(back.apply(up).shape()).isEqualTo(x.shape());
            assertThat(back.apply(up).toFloats()).containsExactly(gradient.toFloats());
        }
    }

    @Test
    void aTransposedConvolutionMakesTheSizesOfKeras() {
        var x = Shape.of(5, 5, 1);
        assertThat(Summary.of(convTranspose2d(1, 2).stride(3), x).output())
                .isEqualTo(Shape.of(15, 15, 1));
        assertThat(Summary.of(convTranspose2d(1, 4).stride(3), x).output())
                .isEqualTo(Shape.of(16, 16, 1));
        assertThat(Summary.of(convTranspose2d(1, 4).stride(3).padding(SAME), x).output())
                .isEqualTo(Shape.of(15, 15, 1));
        assertThat(Summary.of(convTranspose2d(1, 4).dilation(2), x).output())
                .isEqualTo(Shape.of(11, 11, 1));
    }

    @Test
    void transposedWeightsLookAtHowManyNumbersComeIn() {
        var layer = convTranspose2d(2, 3, RELU).build(Shape.of(4, 4, 200), SEED);
        assertThat(layer.weight().square().mean().item())
                .isCloseTo(2 / (9.0 * 200), within(0.0001));
        var grouped = convTranspose2d(4, 3, RELU).groups(4).build(Shape.of(4, 4, 200), SEED);
        assertThat(grouped.weight().square().mean().item())
                .isCloseTo(2 / (9.0 * 50), within(0.001));
    }

    @Test
    void eachKindTakesTheWorkItsFormulaSays() {
        var shape = Shape.of(8, 8, 6);
        assertThat(Summary.of(depthwiseConv2d(3).multiplier(2).padding(SAME), shape).multiplyAdds())
                .isEqualTo(8 * 8 * 12 * 9);
        assertThat(Summary.of(separableConv2d(5, 3).padding(SAME), shape).multiplyAdds())
                .isEqualTo(8 * 8 * 6 * 9 + 8 * 8 * 6 * 5);
        // every number of the input meets every weight of its channel once
        assertThat(Summary.of(convTranspose2d(5, 3).stride(2).padding(SAME), shape).multiplyAdds())
                .isEqualTo(8 * 8 * 6 * 9 * 5);
        assertThat(Summary.of(convTranspose2d(4, 3).groups(2), shape).multiplyAdds())
                .isEqualTo(8 * 8 * 6 * 9 * 2);
        assertThat(Summary.of(conv3d(2, 3), Shape.of(4, 5, 6, 3)).multiplyAdds())
                .isEqualTo(2 * 3 * 4 * 2 * 27 * 3);
    }

    @Test
    void aCausalConvolutionKnowsNothingOfWhatComesAfter() {
        var layer = conv1d(3, 3).dilation(2).padding(CAUSAL).build(Shape.of(8, 2), SEED);
        var x = random(1, 8, 2);
        // another number from moment 5 on
        var changed = Tensor.concatenate(1, x.slice(1, 0, 5, 1), random(1, 3, 2).add(1));
        var y = layer.apply(x);
        var other = layer.apply(changed);
        assertThat(other.slice(1, 0, 5, 1).toFloats())
                .containsExactly(y.slice(1, 0, 5, 1).toFloats());
        assertThat(other.slice(1, 5, 8, 1).toFloats()).isNotEqualTo(y.slice(1, 5, 8, 1).toFloats());
        assertThatThrownBy(() -> convTranspose2d(2, 3).padding(CAUSAL))
                .hasMessageContainingAll("convTranspose2d", "CAUSAL", "crop(0).after(...)");
    }

    @Test
    void aNumberForEachAxisIsAskedFor() {
        assertThatThrownBy(() -> conv2d(4, 3).stride(1, 2, 3))
                .hasMessageContainingAll("conv2d", "stride [1, 2, 3]", "each spatial axis");
        assertThatThrownBy(() -> conv1d(4, 3).dilation(1, 2))
                .hasMessageContainingAll("conv1d", "dilation [1, 2]");
        assertThatThrownBy(() -> conv3d(4, 3).size(3, 0, 3))
                .hasMessageContainingAll("conv3d", "size = 0", "1 or more");
        assertThatThrownBy(() -> Convolution.Spec.of(4, List.of(1, 2, 3, 4), RELU))
                .hasMessageContainingAll("[1, 2, 3, 4]", "1 to 3 axes");
    }

    @Test
    void aShapeThatDoesNotFitIsExplained() {
        assertThatThrownBy(() -> conv1d(4, 3).build(Shape.of(10), SEED))
                .hasMessageContainingAll("[time, channels]", "1 axes", "1 channel");
        assertThatThrownBy(() -> depthwiseConv2d(3).build(Shape.of(5, 5), SEED))
                .hasMessageContainingAll("depthwiseConv2d(3)", "[height, width, channels]");
        assertThatThrownBy(() -> convTranspose2d(4, 3).groups(2).build(Shape.of(5, 5, 3), SEED))
                .hasMessageContainingAll("3 channels", "2 groups");
        assertThatThrownBy(() -> convTranspose2d(4, 3).groups(3))
                .hasMessageContainingAll("4 filters", "3 groups");
        var layer = convTranspose2d(4, 3).build(Shape.of(5, 5, 3), SEED);
        assertThatThrownBy(() -> layer.apply(Tensor.zeros(1, 5, 5, 2)))
                .hasMessageContainingAll("built for 3 channels", "receives 2");
        var depthwise = depthwiseConv2d(3).multiplier(2).build(Shape.of(5, 5, 3), SEED);
        assertThatThrownBy(() -> depthwise.apply(Tensor.zeros(1, 5, 5, 6)))
                .hasMessageContainingAll("built for 3 channels", "receives 6");
    }
}
