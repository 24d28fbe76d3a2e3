package dev.gradus.nn;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.lambda;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LambdaTest {
    private static final Seed SEED = Seed.seed(1);

    @Test
    void doesWhatItsFunctionSays() {
        var layer = lambda(x -> x.mul(2).sub(1)).build(Shape.of(2), SEED);
        assertThat(layer.apply(Tensor.of(new float[] {3, 4}, 1, 2)).toFloats())
                .containsExactly(5, 7);
    }

    @Test
    void standsInTablesUnderItsName() {
        var net =
                Sequential.of(dense(4), lambda("pairs", x -> x.reshape(-1, 2, 2)), lambda(x -> x));
        assertThat(net).hasToString("Sequential(dense(4), lambda(\"pairs\", ...), lambda(...))");
        var summary = net.build(Shape.of(3), SEED).summary();
        assertThat(summary.output()).isEqualTo(Shape.of(2, 2));
        assertThat(summary.toString()).contains("lambda(\"pairs\", ...)  [2, 2]");
    }

    @Test
    void findsTheParametersOfALayerItIsMadeOf() {
        var inner = dense(2).build(Shape.of(3), SEED);
        var layer = lambda("projected", inner).build(Shape.of(3), SEED);
        assertThat(Parameters.of(layer)).containsKeys("function.weight", "function.bias");
    }

    @Test
    void refusesParametersThatCouldNotBeFound() {
        var scale = Parameter.of(Tensor.ones(3));
        var layer = lambda(x -> x.mul(scale)).build(Shape.of(3), SEED);
        assertThatThrownBy(() -> Parameters.of(layer))
                .hasMessageContainingAll("no record but holds parameters", "make it a record");
    }
}
