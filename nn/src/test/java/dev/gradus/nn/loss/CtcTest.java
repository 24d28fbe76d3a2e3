package dev.gradus.nn.loss;

import static dev.gradus.nn.Losses.ctc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Goldens;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CtcTest {
    private static final double TOLERANCE = 1e-12;

    /// Rows of the goldens: how many of the examples, and by how much their labels are shifted.
    enum CtcCase {
        POSSIBLE(ctc(), 5, 0),
        ZERO_INFINITY(ctc().zeroInfinity(), 7, 0),
        BLANK_LAST(ctc().blank(4), 5, -1);

        private final Ctc loss;
        private final int examples;
        private final int shift;

        CtcCase(Ctc loss, int examples, int shift) {
            this.loss = loss;
            this.examples = examples;
            this.shift = shift;
        }

        private Tensor output() {
            return Goldens.tensor("ctc / output").slice(0, examples);
        }

        private Tensor whole(String name) {
            return Goldens.whole("ctc / " + name).slice(0, examples);
        }

        private Tensor each(Ctc loss, Tensor output) {
            return loss.each(output, whole("times"), whole("texts").add(shift), whole("letters"));
        }

        private Tensor mean(Ctc loss, Tensor output) {
            return loss.apply(output, whole("times"), whole("texts").add(shift), whole("letters"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesAsMuchAsPyTorch(CtcCase c) {
        Goldens.assertEquals(c.each(c.loss, c.output()), c.loss + " / each", TOLERANCE);
        Goldens.assertEquals(c.mean(c.loss, c.output()), c.loss + " / mean of each", TOLERANCE);
        Goldens.assertEquals(c.mean(c.loss.perLabel(), c.output()), c.loss + " / mean", TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheGradientOfPyTorch(CtcCase c) {
        var output = Parameter.of(c.output());
        Goldens.assertEquals(
                Gradients.of(c.mean(c.loss, output), output), c.loss + " / gradient", TOLERANCE);
        Goldens.assertEquals(
                Gradients.of(c.mean(c.loss.perLabel(), output), output),
                c.loss + " / gradient per label",
                TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void changesAsItsGradientSays(CtcCase c) {
        Slopes.check(c.name(), c.output(), output -> c.mean(c.loss, output));
    }

    @Test
    void readsLogProbabilitiesAsWellAsLogits() {
        var c = CtcCase.POSSIBLE;
        Goldens.assertEquals(c.each(c.loss, c.output().logSoftmax(-1)), "ctc() / each", TOLERANCE);
    }

    @Test
    void countsThePathsOfAWordByHand() {
        // at three times, "1" is spelt by 1__ _1_ __1 11_ _11 111: six of the eight paths of 0 and
        // 1
        var loss =
                ctc().apply(
                                Tensor.zeros(1, 3, 2),
                                Tensor.of(new long[] {3}, 1),
                                Tensor.of(new long[] {1}, 1, 1),
                                Tensor.of(new long[] {1}, 1));
        assertThat(loss.item()).isCloseTo(-Math.log(6.0 / 8), within(1e-6));
    }

    @Test
    void anImpossibleTextLosesInfinityButHasNoSlope() {
        var output = Parameter.of(Tensor.random(1, 2, 3));
        var loss =
                ctc().apply(
                                output,
                                Tensor.of(new long[] {2}, 1),
                                Tensor.of(new long[] {1, 1}, 1, 2),
                                Tensor.of(new long[] {2}, 1));
        assertThat(loss.item()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Gradients.of(loss, output).toFloats()).containsOnly(0);
    }

    @Test
    void staysFiniteInLongSequencesOfExtremeLogits() {
        var output = Parameter.of(Tensor.random(2, 60, 5).sub(0.5).mul(2000));
        var texts = Tensor.arange(20).mod(4).add(1).reshape(2, 10);
        var loss =
                ctc().apply(
                                output,
                                Tensor.of(new long[] {60, 55}, 2),
                                texts,
                                Tensor.of(new long[] {10, 9}, 2));
        assertThat(loss.item()).isFinite();
        for (var slope : Gradients.of(loss, output).toFloats()) {
            assertThat(slope).isFinite();
        }
    }

    @Test
    void refusesLengthsOfAnotherBatch() {
        var two = Tensor.of(new long[] {1, 1}, 2);
        var one = Tensor.of(new long[] {1}, 1);
        assertThatThrownBy(() -> ctc().apply(Tensor.zeros(2, 3, 4), one, two.reshape(2, 1), two))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("times [1]")
                .hasMessageContaining("times and letters are [2]");
    }
}
