package dev.gradus.nn.loss;

import static dev.gradus.nn.Losses.binaryCrossEntropy;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Losses.huber;
import static dev.gradus.nn.Losses.l1;
import static dev.gradus.nn.Losses.meanSquaredError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.Goldens;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Losses and their gradients agree with PyTorch's, in `float64`.
public class LossGoldensTest {
    private static final double TOLERANCE = 1e-12;
    private static final double[] WEIGHTS = {0.5, 2, 1, 0.25};

    /// A row for each loss as a user writes it; [dev.gradus.nn.CompletenessTest] misses none.
    public enum LossCase {
        CROSS(crossEntropy(), "cross.plain", "cross.logits", "cross.labels"),
        CROSS_SMOOTH(
                crossEntropy().labelSmoothing(0.1), "cross.smooth", "cross.logits", "cross.labels"),
        CROSS_WEIGHTED(
                crossEntropy().classWeights(WEIGHTS),
                "cross.weighted",
                "cross.logits",
                "cross.labels"),
        CROSS_BOTH(
                crossEntropy().classWeights(WEIGHTS).labelSmoothing(0.2),
                "cross.both",
                "cross.logits",
                "cross.labels"),
        BINARY(binaryCrossEntropy(), "pair.binary", "pair.output", "pair.truth"),
        SQUARED(meanSquaredError(), "pair.squared", "pair.output", "pair.target"),
        L1(l1(), "pair.l1", "pair.output", "pair.target"),
        HUBER(huber(0.7), "pair.huber", "pair.output", "pair.target");

        public final Loss loss;
        private final String name;
        private final String output;
        private final String target;

        LossCase(Loss loss, String name, String output, String target) {
            this.loss = loss;
            this.name = name;
            this.output = output;
            this.target = target;
        }

        private Tensor target() {
            return target.equals("cross.labels") ? Goldens.whole(target) : Goldens.tensor(target);
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesAsMuchAsPyTorch(LossCase c) {
        var loss = c.loss.apply(Goldens.tensor(c.output), c.target());
        assertThat(loss.rank()).isZero();
        Goldens.assertEquals(loss, c.name + ".loss", TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheGradientOfPyTorch(LossCase c) {
        var output = Goldens.parameter(c.output);
        var gradient = Gradients.of(c.loss.apply(output, c.target()), output);
        Goldens.assertEquals(gradient, c.name + ".gradient", TOLERANCE);
    }

    @Test
    void takesLabelsForEachPlaceOfASequence() {
        Goldens.assertEquals(
                crossEntropy(
                        Goldens.tensor("cross.sequence.logits"),
                        Goldens.whole("cross.sequence.labels")),
                "cross.sequence.loss",
                TOLERANCE);
    }

    @Test
    void takesTruthValuesForYesAndNo() {
        Goldens.assertEquals(
                binaryCrossEntropy(
                        Goldens.tensor("pair.output"),
                        Goldens.tensor("pair.truth").cast(DType.BOOL)),
                "pair.binary.loss",
                TOLERANCE);
    }
}
