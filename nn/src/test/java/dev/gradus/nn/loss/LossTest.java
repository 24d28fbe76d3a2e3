package dev.gradus.nn.loss;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Losses.huber;
import static dev.gradus.nn.Losses.l1;
import static dev.gradus.nn.Losses.l2;
import static dev.gradus.nn.Losses.meanSquaredError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LossTest {
    private static Tensor labels(long... labels) {
        return Tensor.of(labels, labels.length);
    }

    @Test
    void staysFiniteForLogitsOfAnySize() {
        var logits = Tensor.of(new float[][] {{3e38f, -3e38f}, {-1000, 1000}});
        assertThat(crossEntropy(logits, labels(0, 1)).item()).isZero();
        assertThat(crossEntropy(logits.slice(1, 2), labels(0)).item()).isEqualTo(2000);
    }

    @Test
    void refusesALabelThatNamesNoClass() {
        for (var label : new long[] {-1, 3}) {
            var loss = crossEntropy(Tensor.zeros(2, 3), labels(label, 0));
            assertThatThrownBy(loss::item)
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining(Long.toString(label));
        }
    }

    @Test
    void refusesLogitsAndLabelsOfDifferentBatches() {
        assertThatThrownBy(() -> crossEntropy(Tensor.zeros(2, 3), labels(0, 1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("logits [2, 3] and labels [3]");
    }

    @Test
    void refusesLabelsThatAreNoWholeNumbers() {
        assertThatThrownBy(() -> crossEntropy(Tensor.zeros(2, 3), Tensor.zeros(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("targets of type float32")
                .hasMessageContaining("cast them to int64");
    }

    @Test
    void refusesClassWeightsThatDoNotMatchTheClasses() {
        var loss = crossEntropy().classWeights(1, 2);
        assertThatThrownBy(() -> loss.apply(Tensor.zeros(2, 3), labels(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("2 class weights for logits [2, 3]");
    }

    @Test
    void refusesASmoothingThatIsNoShare() {
        assertThatThrownBy(() -> crossEntropy().labelSmoothing(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label smoothing 1.0");
    }

    @Test
    void refusesATargetThatWouldBeBroadcast() {
        assertThatThrownBy(() -> meanSquaredError(Tensor.zeros(4, 1), Tensor.zeros(4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "meanSquaredError() compares number with number, but the output is [4, 1] and the target [4]: reshape() the target to the shape of the output");
    }

    @Test
    void hasNoSlopeWhereNothingIsWrong() {
        var output = Parameter.of(Tensor.of(1, 2));
        for (var loss : new Loss[] {l1(), huber(1), meanSquaredError()}) {
            var slope = Gradients.of(loss.apply(output, Tensor.of(1, 2)), output);
            assertThat(slope.toFloats()).containsExactly(0, 0);
        }
    }

    @Test
    void pricesWeightsButNotBiases() {
        var layer = dense(2).build(Shape.of(2), Seed.seed(1));
        layer.weight().set(Tensor.of(new float[][] {{1, 2}, {3, -4}}));
        layer.bias().orElseThrow().set(Tensor.of(100, 100));
        assertThat(l2(0.01).penalty(layer).item()).isCloseTo(0.3, within(1e-7));
        assertThat(l2(0.01).penalty(x -> x).item()).isZero();
    }
}
