package dev.gradus.nn.constraint;

import static dev.gradus.nn.Constraints.maxNorm;
import static dev.gradus.nn.Constraints.minMaxNorm;
import static dev.gradus.nn.Constraints.nonNegative;
import static dev.gradus.nn.Constraints.unitLength;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Optimizers.adam;
import static dev.gradus.nn.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Goldens;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class ConstraintTest {
    /// A row for each constraint; [dev.gradus.nn.CompletenessTest] misses none.
    public enum ConstraintCase {
        MAX("max", maxNorm(1.5)),
        UNIT("unit", unitLength()),
        MIN_MAX("minmax", minMaxNorm(0.5, 1.5).rate(0.7)),
        NON_NEGATIVE("nonnegative", nonNegative());

        public final Constraint constraint;
        private final String name;

        ConstraintCase(String name, Constraint constraint) {
            this.name = name;
            this.constraint = constraint;
        }
    }

    @ParameterizedTest
    @EnumSource
    void followsItsFormulaOnMatricesAndFilters(ConstraintCase c) {
        for (var weight : List.of("constraint.matrix", "constraint.filter")) {
            Goldens.assertEquals(
                    c.constraint.apply(Goldens.tensor(weight)), weight + "." + c.name, 1e-12);
        }
    }

    @Test
    void measuresAlongTheAxesItIsTold() {
        var weight = Tensor.of(new float[][] {{3, 4}, {0, 0.5f}});
        assertThat(maxNorm(1).axes(1).apply(weight).toFloats())
                .containsExactly(new float[] {0.6f, 0.8f, 0, 0.5f}, within(1e-6f));
        assertThat(maxNorm(1).axes(-1).apply(weight).toFloats())
                .containsExactly(maxNorm(1).axes(1).apply(weight).toFloats());
        assertThat(unitLength().axes(0, 1).apply(weight).square().sum().item())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void holdsAfterEachStepForWeightsButNotForBiases() {
        var net = Sequential.of(dense(4), dense(2)).build(Shape.of(3), Seed.seed(1));
        var optimizer = sgd(1).on(net).constrain(maxNorm(0.5));
        for (var step = 0; step < 3; step++) {
            optimizer.step(net.apply(Tensor.ones(1, 3)).sum());
            for (var weight : Parameters.of(net).values()) {
                var length = weight.rank() > 1 ? weight.square().sum(0).sqrt().max().item() : 0;
                assertThat(length).isLessThanOrEqualTo(0.5 + 1e-6);
            }
        }
        assertThat(Parameters.of(net).get("1.bias").toFloats()).containsExactly(-3, -3);
    }

    @Test
    void holdsForTheLayerItWasSaidOfAlone() {
        var net = Sequential.of(dense(4), dense(2)).build(Shape.of(3), Seed.seed(1));
        var optimizer = adam(0.01).on(net).constrain(nonNegative(), net.layers().get(1));
        optimizer.step(net.apply(Tensor.ones(1, 3)).sum());
        assertThat(Parameters.of(net).get("0.weight").min().item()).isNegative();
        assertThat(Parameters.of(net).get("1.weight").min().item()).isZero();
    }

    @Test
    void followsOneAnotherInTheOrderInWhichTheyWereSaid() {
        var weight = Parameter.of(Tensor.of(-3, 4));
        sgd(0).on(List.of(weight))
                .constrain(nonNegative(), List.of(weight))
                .constrain(unitLength(), List.of(weight))
                .step(weight.sum());
        assertThat(weight.toFloats()).containsExactly(new float[] {0, 1}, within(1e-6f));
    }

    @Test
    void explainsMistakes() {
        var other = Parameter.of(Tensor.ones(2, 3));
        var optimizer = sgd(0.1).on(List.of(Parameter.of(Tensor.ones(2))));
        assertThatThrownBy(() -> optimizer.constrain(maxNorm(3), List.of(other)))
                .hasMessage(
                        "maxNorm(3.0) was to hold for a parameter of shape [2, 3] that this optimizer does not change");
        assertThatThrownBy(() -> maxNorm(1).axes(2).apply(other)).hasMessageContaining("axis 2");
        assertThatThrownBy(() -> maxNorm(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> minMaxNorm(2, 1)).hasMessageContaining("2.0 or more");
        assertThatThrownBy(() -> minMaxNorm(1, 2).rate(1.5)).hasMessageContaining("from 0 to 1");
    }

    @Test
    void isWrittenAsInAProgram() {
        assertThat(maxNorm(3).axes(0, 1)).hasToString("maxNorm(3.0).axes(0, 1)");
        assertThat(minMaxNorm(0.5, 2).rate(0.1)).hasToString("minMaxNorm(0.5, 2.0).rate(0.1)");
        assertThat(unitLength()).hasToString("unitLength()");
        assertThat(nonNegative()).hasToString("nonNegative()");
    }

    @Test
    void canBeSaidOfAnEmbeddingWord() {
        var words = embedding(5, 3).build(Shape.of(2), Seed.seed(1));
        var optimizer = sgd(1).on(words).constrain(unitLength().axes(1));
        optimizer.step(words.apply(Tensor.of(new long[] {0, 1}, 1, 2)).sum());
        assertThat(Parameters.of(words).get("weight").square().sum(1).toFloats())
                .containsExactly(new float[] {1, 1, 1, 1, 1}, within(1e-4f));
    }
}
