package dev.gradus.nn.loss;

import static dev.gradus.nn.Losses.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
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
        for (var loss : new Loss[] {meanAbsoluteError(), huber(1), meanSquaredError()}) {
            var slope = Gradients.of(loss.apply(output, Tensor.of(1, 2)), output);
            assertThat(slope.toFloats()).containsExactly(0, 0);
        }
    }

    @Test
    void aFormulaOfOnesOwnHasAllReductions() {
        Loss own = (output, target) -> output.sub(target).square().square();
        var output = Tensor.of(new float[][] {{1, 2}, {3, 0}});
        var target = Tensor.zeros(2, 2);
        assertThat(own.each(output, target).toFloats()).containsExactly(1, 16, 81, 0);
        assertThat(own.apply(output, target).item()).isEqualTo(24.5);
        assertThat(own.sum(output, target).item()).isEqualTo(98);
        assertThat(own.perExample(output, target).toFloats()).containsExactly(8.5f, 40.5f);
        Loss summed = own::sum;
        assertThat(summed.apply(output, target).item()).isEqualTo(98);
    }

    @Test
    void aWeightedMeanIsDividedByTheWeights() {
        var output = Tensor.of(new float[][] {{1, 3}, {5, 0}});
        var target = Tensor.zeros(2, 2);
        var loss = meanAbsoluteError();
        assertThat(loss.weighted(output, target, Tensor.of(3, 1)).item()).isEqualTo(17.0 / 8);
        assertThat(loss.weighted(output, target, Tensor.of(new float[][] {{1, 0}, {1, 0}})).item())
                .isEqualTo(3);
        assertThat(loss.weighted(output, target, Tensor.of(0, 0)).item()).isZero();
    }

    @Test
    void refusesWeightsThatDoNotBeginAsTheLosses() {
        assertThatThrownBy(() ->
                        meanAbsoluteError()
                                .weighted(Tensor.zeros(2, 3), Tensor.zeros(2, 3), Tensor.ones(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "weights [3] were given for losses [2, 3]: give one weight for each example, [2], or for each loss, [2, 3]");
    }

    @Test
    void aFormulaThatTakesTheMeanHasNoLossForEachExample() {
        Loss own = (output, target) -> output.sub(target).abs().mean();
        var output = Tensor.of(1, 3);
        var target = Tensor.zeros(2);
        assertThat(own.apply(output, target).item()).isEqualTo(2);
        assertThatThrownBy(() -> own.perExample(output, target))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("leave the mean out of its formula");
        assertThatThrownBy(() -> own.weighted(output, target, Tensor.ones(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("leave the mean out of its formula");
    }

    @Test
    void aBatchInWhichNothingCountsLosesNothing() {
        var logits = Parameter.of(Tensor.random(2, 3));
        var loss = crossEntropy().ignoreIndex(-1).apply(logits, labels(-1, -1));
        assertThat(loss.item()).isZero();
        assertThat(Gradients.of(loss, logits).abs().sum().item()).isZero();
    }

    @Test
    void aDistributionThatIsCertainLosesAsItsLabelDoes() {
        var logits = Tensor.random(4, 3);
        var classes = labels(2, 0, 1, 1);
        assertThat(crossEntropy(logits, classes.oneHot(3)).item())
                .isCloseTo(crossEntropy(logits, classes).item(), within(1e-6));
    }

    @Test
    void isFiniteWithItsSlopeForAnswersThatAreCertain() {
        var output = Tensor.of(new float[][] {{1000, -1000}, {0, 1000}, {-1000, -1000}});
        var truth = Tensor.of(new float[][] {{0, 1}, {1, 0}, {0, 1}});
        for (var loss :
                new Loss[] {
                    crossEntropy(),
                    binaryCrossEntropy(),
                    binaryCrossEntropy().positiveWeights(2),
                    binaryFocalCrossEntropy(),
                    binaryFocalCrossEntropy().gamma(0.5),
                    binaryFocalCrossEntropy().gamma(0),
                    focalCrossEntropy(),
                    focalCrossEntropy().gamma(0.5),
                    focalCrossEntropy().gamma(0),
                    generalizedCrossEntropy(0.5),
                    softMargin(),
                    logCosh(),
                    dice(),
                    jaccard(),
                    tversky(0, 0),
                    cosineDistance()
                }) {
            assertFinite(loss, output, truth);
            assertFinite(loss, output.mul(0), truth);
        }
        var certain = Tensor.of(new float[][] {{0, 1}, {1, 1}, {0, 0}});
        for (var loss :
                new Loss[] {
                    binaryCrossEntropy().fromProbabilities(),
                    poissonLikelihood().fromRates().full(),
                    dice().fromProbabilities(),
                    klDivergence()
                }) {
            assertFinite(loss, certain, truth);
        }
    }

    private static void assertFinite(Loss loss, Tensor output, Tensor target) {
        var x = Parameter.of(output);
        var value = loss.apply(x, target);
        assertThat(value.item()).as(loss.toString()).isFinite();
        for (var slope : Gradients.of(value, x).toFloats()) {
            assertThat(slope).as(loss.toString()).isFinite();
        }
    }

    @Test
    void vectorsThatAreEqualOrZeroHaveFiniteSlopes() {
        var x = Parameter.of(Tensor.of(new float[][] {{0, 0}, {1, 2}}));
        var y = Tensor.of(new float[][] {{0, 0}, {1, 2}});
        for (var loss :
                new Tensor[] {
                    contrastive().apply(x, y, Tensor.of(0, 1)),
                    cosineEmbedding().apply(x, y, Tensor.of(0, 1)),
                    tripletMargin().apply(x, y, y),
                    infoNce(0.1).apply(x, y),
                    ntXent(0.1).apply(x, y),
                    circle().apply(x, labels(0, 0)),
                    circle().apply(x, labels(0, 1))
                }) {
            assertThat(loss.item()).isFinite();
            for (var slope : Gradients.of(loss, x).toFloats()) {
                assertThat(slope).isFinite();
            }
        }
    }

    @Test
    void refusesOneHotRowsOfWholeNumbers() {
        assertThatThrownBy(() -> crossEntropy(Tensor.zeros(2, 3), Tensor.of(new long[6], 2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("Use argmax(-1) on one-hot rows, or cast them to float32");
    }

    @Test
    void refusesPositiveWeightsThatDoNotMatchTheQuestions() {
        var loss = binaryCrossEntropy().positiveWeights(1, 2);
        assertThatThrownBy(() -> loss.apply(Tensor.zeros(4, 3), Tensor.zeros(4, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("2 positive weights for logits [4, 3]");
    }

    @Test
    void refusesVectorsOfDifferentShapes() {
        assertThatThrownBy(() ->
                        tripletMargin()
                                .apply(Tensor.zeros(2, 3), Tensor.zeros(2, 3), Tensor.zeros(1, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("tripletMargin compares vectors along the last axis");
    }

    @Test
    void nothingToMarkAndNothingMarkedIsRightIfSmoothed() {
        var nothing = Tensor.zeros(1, 4);
        assertThat(dice().fromProbabilities().apply(nothing, nothing).item()).isEqualTo(1);
        assertThat(dice().fromProbabilities().smoothing(1).apply(nothing, nothing).item())
                .isCloseTo(0, within(1e-6));
    }
}
