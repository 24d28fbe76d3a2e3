package dev.gradus.nn.regularizer;

import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Regularizers.l1;
import static dev.gradus.nn.Regularizers.l1l2;
import static dev.gradus.nn.Regularizers.l2;
import static dev.gradus.nn.Regularizers.orthogonality;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Goldens;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.Dense;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class RegularizerTest {
    private static final double TOLERANCE = 1e-12;

    /// A row for each price; [dev.gradus.nn.CompletenessTest] misses none.
    public enum PriceCase {
        L1(l1(0.1)),
        L2(l2(0.2)),
        L1_L2(l1l2(0.1, 0.2)),
        ORTHOGONALITY(orthogonality(0.3)),
        SUM(l1(0.1).plus(l2(0.2)));

        public final Regularizer regularizer;

        PriceCase(Regularizer regularizer) {
            this.regularizer = regularizer;
        }

        private String model() {
            return this == SUM ? "l1l2(0.1, 0.2)" : regularizer.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void costsAsMuchAsInKeras(PriceCase c) {
        for (var what : new String[] {"dense", "filters"}) {
            var weight = Goldens.parameter("regularizer / " + what);
            var price = c.regularizer.penalty((Tensor) weight);
            Goldens.assertEquals(price, c.model() + " / " + what, TOLERANCE);
            Goldens.assertEquals(
                    Gradients.of(price, weight), c.model() + " / gradient " + what, TOLERANCE);
        }
    }

    private static Dense layer() {
        var layer = dense(2).build(Shape.of(2), Seed.seed(1));
        layer.weight().set(Tensor.of(new float[][] {{1, 2}, {3, -4}}));
        layer.bias().orElseThrow().set(Tensor.of(100, 100));
        return layer;
    }

    @Test
    void pricesWeightsButNotBiases() {
        assertThat(l2(0.01).penalty(layer()).item()).isCloseTo(0.3, within(1e-7));
        assertThat(l1(0.01).penalty(layer()).item()).isCloseTo(0.1, within(1e-7));
        assertThat(l2(0.01).penalty(x -> x).item()).isZero();
    }

    @Test
    void isAFormulaOfOnesOwn() {
        Regularizer largest = weight -> weight.abs().max();
        assertThat(largest.penalty(layer()).item()).isEqualTo(4);
        assertThat(largest.plus(l1(0.1)).penalty(layer()).item()).isCloseTo(5, within(1e-6));
    }

    @Test
    void oneUnitAloneIsOrthogonalAndZerosHaveNoSlope() {
        assertThat(orthogonality(1).penalty(Tensor.ones(4, 1)).item()).isZero();
        assertThat(orthogonality(1).penalty(Tensor.eye(3)).item()).isZero();
        assertThat(orthogonality(1).penalty(Tensor.ones(4, 3)).item())
                .isCloseTo(2.0 / 2, within(1e-6));
        var zeros = Parameter.of(Tensor.zeros(3, 2));
        var slope = Gradients.of(orthogonality(1).penalty((Tensor) zeros), zeros);
        assertThat(slope.toFloats()).containsOnly(0);
    }

    @Test
    void refusesAPriceBelowZero() {
        assertThatThrownBy(() -> l1(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("l1 was given the strength -1.0");
    }
}
