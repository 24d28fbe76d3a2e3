package learner;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.NotFiniteException;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.op.Unary;
import org.junit.jupiter.api.Test;

/// A program of one's own, which lies outside of Gradus' packages, is told which of its lines made the
/// first number that is none.
class AnomalyDetectionTest {
    private record Logarithm() implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            return x.log();
        }
    }

    private static int lineBefore() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber() - 1);
    }

    private static NotFiniteException mistake(Runnable action) {
        return catchThrowableOfType(
                NotFiniteException.class, () -> AnomalyDetection.during(action));
    }

    @Test
    void theFirstOperationAndItsLineAreNamed() {
        var line = new int[1];
        var found =
                mistake(() -> {
                    var x = Tensor.of(1, 0, 2).mul(3);
                    var y = x.log();
                    line[0] = lineBefore();
                    y.add(1).sum().item();
                });
        assertThat(found.op()).contains(Unary.LOG);
        assertThat(found)
                .hasMessage(
                        """
                        log made minus infinity, the first number that is not finite (number 1 of [3], 1 of 3 are not)
                          from 0.000 to 6.000 [3]
                          at   AnomalyDetectionTest.java:%d
                          fix  the logarithm needs numbers above 0: add a small number, or use logSoftmax(), a loss from logits\
                        """
                                .formatted(line[0]));
    }

    @Test
    void theLayerIsNamedAndNothingHasChanged() {
        LayerSpec logarithm = (_, _) -> new Logarithm();
        var net =
                Sequential.of(dense(4, RELU), logarithm, dense(1)).build(Shape.of(3), Seed.seed(1));
        var weight = ((dev.gradus.nn.layer.Dense) net.layers().get(2)).weight();
        var optimizer = sgd(0.1).on(net);
        var found =
                mistake(() ->
                        optimizer.step(
                                meanSquaredError(
                                        net.apply(Tensor.ones(2, 3).neg()), Tensor.ones(2, 1))));
        assertThat(found.getMessage())
                .startsWith("log made minus infinity")
                .contains("in   Sequential[1]");
        assertThat(weight.version()).isZero();
        assertThat(optimizer.steps()).isZero();
    }

    @Test
    void anOperationOfAGradientIsTracedToTheOneItBelongsTo() {
        var weight = Parameter.of(Tensor.of(0, 4));
        var found =
                mistake(() -> {
                    var length = weight.sqrt().sum();
                    Gradients.of(length, weight).realize();
                });
        assertThat(found.getMessage())
                .contains("as part of the gradient of sqrt")
                .contains("the slope of a square root is infinite at 0");
        assertThat(found.origin().orElseThrow().gradientOf()).contains(Unary.SQRT);
    }

    @Test
    void dataThatCameInSoAreNamed() {
        var found = mistake(() -> Tensor.of(1, Float.NaN).mul(2).sum().item());
        assertThat(found.getMessage()).startsWith("number 1 of the data [2] is NaN");
        assertThat(found.op()).isEmpty();
    }

    @Test
    void nothingIsSaidWhereAllNumbersAreFinite() {
        var sum = AnomalyDetection.during(() -> Tensor.of(1, 2).exp().sum().item());
        assertThat(sum).isGreaterThan(10);
        assertThat(AnomalyDetection.isOn()).isFalse();
    }

    @Test
    void numbersAreNotLookedAtOutside() {
        assertThat(Tensor.of(0, 1).log().toFloats()[0]).isEqualTo(Float.NEGATIVE_INFINITY);
    }
}
