package dev.gradus.nn;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SequentialTest {
    @Test
    void infersTheSizeOfEachInputFromTheLayerBefore() {
        var net =
                Sequential.of(flatten(), dense(5, RELU), dense(2))
                        .build(Shape.of(3, 4), Seed.seed(1));
        assertThat(Parameters.of(net).get("1.weight").shape()).isEqualTo(Shape.of(12, 5));
        assertThat(Parameters.of(net).get("2.weight").shape()).isEqualTo(Shape.of(5, 2));
        assertThat(net.output()).isEqualTo(Shape.of(2));
    }

    @Test
    void isTheIdentityWithoutLayers() {
        var net = Sequential.of().build(Shape.of(2), Seed.seed(1));
        assertThat(net.apply(Tensor.of(new float[][] {{1, 2}})).toFloats()).containsExactly(1, 2);
    }

    @Test
    void keepsTheWeightsOfALayerWhenAnotherIsAddedAfterIt() {
        var small = Sequential.of(dense(3)).build(Shape.of(2), Seed.seed(1));
        var large = Sequential.of(dense(3), dense(4)).build(Shape.of(2), Seed.seed(1));
        assertThat(Parameters.of(large).get("0.weight").toFloats())
                .isEqualTo(Parameters.of(small).get("0.weight").toFloats());
    }

    @Test
    void beginsLayersOfTheSameShapeWithDifferentWeights() {
        var net = Sequential.of(dense(3), dense(3)).build(Shape.of(3), Seed.seed(1));
        assertThat(Parameters.of(net).get("0.weight").toFloats())
                .isNotEqualTo(Parameters.of(net).get("1.weight").toFloats());
    }

    @Test
    void takesWholeNumbersWhereALayerLooksThemUp() {
        assertThat(Sequential.of(flatten(), embedding(4, 2)).inputType()).isEqualTo(DType.INT64);
        assertThat(Sequential.of(dropout(0.1), dense(2)).inputType()).isEqualTo(DType.FLOAT32);
    }

    @Test
    void takesASpecOfOnesOwn() {
        LayerSpec gated =
                (input, seed) ->
                        new ParametersTest.Gated(
                                dense(4).build(input, seed.child("gate")),
                                dense(4).build(input, seed.child("value")));
        var net = Sequential.of(gated, dense(2)).build(Shape.of(3), Seed.seed(1));
        assertThat(Parameters.of(net).keySet())
                .containsExactly(
                        "0.gate.weight",
                        "0.gate.bias",
                        "0.value.weight",
                        "0.value.bias",
                        "1.weight",
                        "1.bias");
        assertThat(net.apply(Tensor.ones(5, 3)).shape()).isEqualTo(Shape.of(5, 2));
        assertThat(net).hasToString("Sequential(layer of your own, dense(2))");
        assertThat(net.summary().rows().getFirst().layer()).isEqualTo("Gated");
    }
}
