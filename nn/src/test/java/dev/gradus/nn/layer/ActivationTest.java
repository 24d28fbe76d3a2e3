package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.GLU;
import static dev.gradus.nn.Layers.SELU;
import static dev.gradus.nn.Layers.SPARSEMAX;
import static dev.gradus.nn.Layers.SWIGLU;
import static dev.gradus.nn.Layers.celu;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.gatedDense;
import static dev.gradus.nn.Layers.hardTanh;
import static dev.gradus.nn.Layers.softShrink;
import static dev.gradus.nn.Layers.swiglu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {
    static Stream<Activation> all() {
        return Arrays.stream(Activation.class.getFields())
                .map(field -> {
                    try {
                        return (Activation) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasAFiniteGradientWhereAnExponentialWouldOverflow(Activation activation) {
        if (activation instanceof Activation.Exponential) {
            return; // it is one
        }
        var x = Parameter.of(Tensor.of(new float[][] {{-1e4f, 1e4f, -200, 200, 0, 1e-30f}}));
        var slope = Gradients.of(activation.apply(x).sum(), x);
        for (var number : slope.toFloats()) {
            assertThat(number).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void followsADenseLayer(Activation activation) {
        var halves = activation instanceof GatedUnit;
        var layer = dense(4, activation).build(Shape.of(3), Seed.seed(1));
        var y = layer.apply(Tensor.ones(2, 3));
        assertThat(y.shape()).isEqualTo(Shape.of(2, halves ? 2 : 4));
        assertThat(y.toFloats())
                .containsExactly(
                        activation
                                .apply(
                                        Tensor.ones(2, 3)
                                                .matmul(layer.weight())
                                                .add(layer.bias().orElseThrow()))
                                .toFloats());
    }

    @Test
    void seluKeepsMeanAndDeviationThroughManyLayersOfItsOwnWeights() {
        assertThat(dense(1, SELU).initializer()).isEqualTo(VarianceScaling.leCunNormal());
        var net =
                Sequential.of(
                                dense(256, SELU),
                                dense(256, SELU),
                                dense(256, SELU),
                                dense(256, SELU),
                                dense(256, SELU),
                                dense(256, SELU))
                        .build(Shape.of(256), Seed.seed(3));
        var y = net.apply(Randomness.with(5, () -> Tensor.randomNormal(200, 256).realize()));
        assertThat(y.mean().item()).isCloseTo(0, within(0.1));
        assertThat(y.variance().item()).isCloseTo(1, within(0.15));
    }

    @Test
    void sparsemaxMakesSharesOfWhichSomeAreExactlyZero() {
        var y = SPARSEMAX.apply(Tensor.of(new float[][] {{1, 1, -1}, {0.5f, 0.2f, 0}, {9, 0, 0}}));
        assertThat(y.get(0).toFloats()).containsExactly(0.5f, 0.5f, 0);
        assertThat(y.get(1).toFloats())
                .containsExactly(new float[] {0.6f, 0.3f, 0.1f}, within(1e-6f));
        assertThat(y.get(2).toFloats()).containsExactly(1, 0, 0);
    }

    @Test
    void swigluOfOneDenseLayerIsTheGatedDenseLayerWithItsHalves() {
        var seed = Seed.seed(4);
        var gated = swiglu(3).build(Shape.of(2), seed);
        var both = dense(6, SWIGLU).withoutBias().build(Shape.of(2), seed);
        both.weight().set(Tensor.concatenate(1, gated.value().weight(), gated.gate().weight()));
        var x = Tensor.of(new float[][] {{1, -2}, {0.5f, 3}});
        assertThat(both.apply(x).toFloats())
                .containsExactly(gated.apply(x).toFloats(), within(1e-6f));
    }

    @Test
    void refusesToHalveAnOddNumberOfFeatures() {
        assertThatThrownBy(() -> GLU.apply(Tensor.ones(2, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("GLU parts the features in two halves but receives 5")
                .hasMessageContaining("twice as many outputs");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> celu(0)).hasMessageContaining("celu was given alpha = 0.0");
        assertThatThrownBy(() -> hardTanh(1, 1)).hasMessageContaining("limits 1.0 and 1.0");
        assertThatThrownBy(() -> softShrink(-1)).hasMessageContaining("lambda = -1.0");
        assertThatThrownBy(() -> gatedDense(3, GLU)).hasMessageContaining("parts its input");
    }
}
