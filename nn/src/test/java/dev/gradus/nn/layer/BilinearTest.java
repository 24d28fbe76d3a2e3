package dev.gradus.nn.layer;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.bilinear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Merge;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class BilinearTest {
    private static final Seed SEED = Seed.seed(1);
    private final Parameter a = Parameter.of(Tensor.of(new float[][] {{1, -2}, {0.5f, 3}}));
    private final Parameter b = Parameter.of(Tensor.of(new float[][] {{1, 0, 2}, {-1, 1, 0.5f}}));

    private Bilinear layer(Bilinear.Spec spec) {
        var layer = spec.build(List.of(Shape.of(2), Shape.of(3)), SEED);
        layer.weight().set(Tensor.arange(12).sub(5).mul(0.1).reshape(2, 3, 2));
        layer.bias().orElseThrow().set(Tensor.of(0.1f, -0.2f));
        return layer;
    }

    private static void close(Tensor actual, double... expected) {
        assertThat(actual.toDoubles()).containsExactly(expected, within(1e-5));
    }

    @Test
    void hasTheNumbersOfPyTorch() {
        // torch.nn.functional.bilinear with the weight as [outputs, first, second]
        close(layer(bilinear(2)).apply(a, b), -2.8, -3.4, 1.525, 1.4);
    }

    @Test
    void hasTheGradientsOfPyTorch() {
        var layer = layer(bilinear(2).activation(TANH));
        var up = Tensor.of(new float[][] {{1, 2}, {3, -1}});
        var loss = layer.apply(a, b).mul(up).sum();
        var gradients =
                Gradients.of(loss, List.of(a, b, layer.weight(), layer.bias().orElseThrow()));
        close(gradients.get(0), -0.0138340, 0.0285975, 0.0344806, 0.1250572);
        close(
                gradients.get(1),
                -0.0173902,
                -0.0221048,
                -0.0268194,
                -0.0605573,
                0.1507880,
                0.3621332);
        close(
                gradients.get(2),
                -0.2443545,
                0.1169666,
                0.2590371,
                -0.1080762,
                0.1588839,
                -0.0362573,
                -1.5835881,
                0.6306766,
                1.5542227,
                -0.6484574,
                0.7183807,
                -0.3597902);
        close(gradients.get(3), 0.5327569, -0.2072621);
    }

    @Test
    void treatsEachRowOfSequencesByItself() {
        var spec = bilinear(2).withoutBias();
        Merge layer = spec.build(List.of(Shape.of(2, 2), Shape.of(2, 3)), SEED);
        var rows = layer.apply(a, b);
        var sequences = layer.apply(a.unsqueeze(0), b.unsqueeze(0));
        assertThat(sequences.shape()).isEqualTo(Shape.of(1, 2, 2));
        close(sequences, rows.toDoubles());
        assertThat(layer.apply(Tensor.zeros(0, 2), Tensor.zeros(0, 3)).shape())
                .isEqualTo(Shape.of(0, 2));
        assertThat(layer).hasToString("bilinear(2).withoutBias()");
    }

    @Test
    void refusesInputsThatDoNotBelongTogether() {
        var layer = layer(bilinear(2));
        assertThatThrownBy(() -> layer.apply(a))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("bilinear(2) takes two inputs");
        assertThatThrownBy(() -> layer.apply(a, b.slice(0, 1)))
                .hasMessageContaining(
                        "differ in their last axis at most but receives [[2, 2], [1, 3]]");
        assertThatThrownBy(() -> layer.apply(b, a))
                .hasMessageContaining("built for 2 and 3 features but receives 3 and 2");
        assertThatThrownBy(() -> bilinear(0)).hasMessageContaining("outputs = 0");
    }
}
