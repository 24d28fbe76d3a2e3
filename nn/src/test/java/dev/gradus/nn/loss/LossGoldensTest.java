package dev.gradus.nn.loss;

import static dev.gradus.nn.Losses.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Goldens;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Losses and their gradients agree with PyTorch's and Keras', in `float64`, and their reductions
/// with each other.
public class LossGoldensTest {
    private static final double TOLERANCE = 1e-12;
    private static final double[] WEIGHTS = {0.5, 2, 1, 0.25};

    /// A row for each loss as a user writes it; [dev.gradus.nn.CompletenessTest] misses none. The
    /// goldens stand under the text of the loss.
    public enum LossCase {
        CROSS(crossEntropy()),
        CROSS_SMOOTH(crossEntropy().labelSmoothing(0.1)),
        CROSS_WEIGHTED(crossEntropy().classWeights(WEIGHTS)),
        CROSS_BOTH(crossEntropy().classWeights(WEIGHTS).labelSmoothing(0.2)),
        CROSS_IGNORING(crossEntropy().ignoreIndex(-100)),
        CROSS_ALL(crossEntropy().classWeights(WEIGHTS).labelSmoothing(0.3).ignoreIndex(1)),
        CROSS_DISTRIBUTIONS(crossEntropy(), " of distributions"),
        CROSS_DISTRIBUTIONS_BOTH(
                crossEntropy().classWeights(WEIGHTS).labelSmoothing(0.2), " of distributions"),
        CROSS_SEQUENCES(crossEntropy().ignoreIndex(7), " of sequences"),
        CROSS_SEQUENCES_OF_DISTRIBUTIONS(crossEntropy(), " of sequences of distributions"),
        LIKELIHOOD(negativeLogLikelihood()),
        LIKELIHOOD_ALL(negativeLogLikelihood().classWeights(WEIGHTS).ignoreIndex(3)),
        FOCAL(focalCrossEntropy()),
        FOCAL_OTHER(focalCrossEntropy().gamma(0.5).alpha(1)),
        FOCAL_DISTRIBUTIONS(focalCrossEntropy(), " of distributions"),
        GENERALIZED(generalizedCrossEntropy(0.7)),
        DIVERGENCE(klDivergence()),
        DIVERGENCE_LOG(klDivergence().fromLogTarget()),
        CATEGORICAL_HINGE(categoricalHinge()),
        MULTI_MARGIN(multiMargin()),
        MULTI_MARGIN_SQUARED(multiMargin().margin(0.5).squared()),
        MULTI_LABEL_MARGIN(multiLabelMargin()),
        BINARY(binaryCrossEntropy()),
        BINARY_POSITIVE(binaryCrossEntropy().positiveWeights(3)),
        BINARY_BOTH(binaryCrossEntropy().positiveWeights(3, 0.5, 1).labelSmoothing(0.1)),
        BINARY_PROBABILITIES(binaryCrossEntropy().fromProbabilities()),
        BINARY_PROBABILITIES_SMOOTH(binaryCrossEntropy().fromProbabilities().labelSmoothing(0.2)),
        BINARY_FOCAL(binaryFocalCrossEntropy()),
        BINARY_FOCAL_OTHER(binaryFocalCrossEntropy().gamma(0.5).alpha(0.6)),
        HINGE(hinge()),
        SQUARED_HINGE(squaredHinge()),
        SOFT_MARGIN(softMargin()),
        HINGE_EMBEDDING(hingeEmbedding(1.5)),
        SQUARED(meanSquaredError()),
        ABSOLUTE(meanAbsoluteError()),
        HUBER(huber(0.7)),
        SMOOTH_L1(smoothL1(0.7)),
        PERCENTAGE(meanAbsolutePercentageError()),
        LOGARITHMIC(meanSquaredLogarithmicError()),
        LOG_COSH(logCosh()),
        POISSON(poissonLikelihood()),
        POISSON_FULL(poissonLikelihood().full()),
        POISSON_RATES(poissonLikelihood().fromRates()),
        COSINE(cosineDistance()),
        DICE(dice()),
        DICE_CLASSES(dice().fromProbabilities().eachClass()),
        DICE_SMOOTH(dice().smoothing(1)),
        JACCARD(jaccard()),
        JACCARD_CLASSES(jaccard().eachClass().smoothing(1)),
        TVERSKY(tversky(0.3, 0.7));

        public final Loss loss;
        private final String name;

        LossCase(Loss loss) {
            this(loss, "");
        }

        LossCase(Loss loss, String suffix) {
            this.loss = loss;
            this.name = loss + suffix;
        }

        private Tensor output() {
            return Goldens.tensor(name + " / output");
        }

        private Tensor target() {
            var labels = name + " / labels";
            return Goldens.has(labels) ? Goldens.whole(labels) : Goldens.tensor(name + " / target");
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesAsMuchAsItsModel(LossCase c) {
        var each = c.loss.each(c.output(), c.target());
        Goldens.assertEquals(each, c.name + " / each", TOLERANCE);
        var mean = c.loss.apply(c.output(), c.target());
        Goldens.assertEquals(mean, c.name + " / mean", TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheGradientOfItsModel(LossCase c) {
        var output = Goldens.parameter(c.name + " / output");
        var gradient = Gradients.of(c.loss.apply(output, c.target()), output);
        Goldens.assertEquals(gradient, c.name + " / gradient", TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void changesAsItsGradientSays(LossCase c) {
        Slopes.check(c.name, c.output(), output -> c.loss.apply(output, c.target()));
    }

    @ParameterizedTest
    @EnumSource
    void theSumIsThatOfAllAnswers(LossCase c) {
        var each = c.loss.each(c.output(), c.target()).toDoubles();
        var sum = Arrays.stream(each).sum();
        assertThat(c.loss.sum(c.output(), c.target()).item())
                .isCloseTo(sum, within(1e-12 * (1 + Math.abs(sum))));
        var examples = c.loss.perExample(c.output(), c.target());
        assertThat(examples.shape().toArray()).containsExactly(c.output().size(0));
        assertThat(examples.sum().item() * each.length / examples.count())
                .isCloseTo(sum, within(1e-12 * (1 + Math.abs(sum))));
    }

    @ParameterizedTest
    @EnumSource
    void equalWeightsGiveTheMean(LossCase c) {
        var weights = Tensor.full(3, c.output().size(0));
        Goldens.assertEquals(
                c.loss.weighted(c.output(), c.target(), weights), c.name + " / mean", TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void aWeightOfZeroLeavesAnExampleOut(LossCase c) {
        var count = c.output().size(0);
        var kept = IntStream.range(0, count).filter(i -> i % 3 != 1).toArray();
        var weights = new float[count];
        for (var i : kept) {
            weights[i] = 2;
        }
        var places = Tensor.of(kept, kept.length);
        var alone = c.loss.apply(c.output().take(0, places), c.target().take(0, places)).item();
        assertThat(c.loss.weighted(c.output(), c.target(), Tensor.of(weights)).item())
                .isCloseTo(alone, within(1e-12 * (1 + Math.abs(alone))));
    }

    @ParameterizedTest
    @EnumSource
    void answersInTheTypeOfTheOutput(LossCase c) {
        var output = c.output().cast(DType.FLOAT32);
        assertThat(c.loss.each(output, c.target()).type()).isEqualTo(DType.FLOAT32);
        assertThat(c.loss.apply(output, c.target()).type()).isEqualTo(DType.FLOAT32);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyBatchHasNoLosses(LossCase c) {
        var output = c.output().slice(0, 0);
        var target = c.target().slice(0, 0);
        assertThat(c.loss.each(output, target).toDoubles()).isEmpty();
        assertThat(c.loss.perExample(output, target).toDoubles()).isEmpty();
        assertThat(c.loss.sum(output, target).item()).isZero();
    }

    @Test
    void takesTruthValuesForYesAndNo() {
        var name = "hinge() / ";
        Goldens.assertEquals(
                hinge().apply(
                                Goldens.tensor(name + "output"),
                                Goldens.tensor(name + "target").greater(0).cast(DType.BOOL)),
                name + "mean",
                TOLERANCE);
    }
}
