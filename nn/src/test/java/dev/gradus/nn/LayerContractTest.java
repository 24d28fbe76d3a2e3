package dev.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every layer must hold to.
class LayerContractTest {
    @ParameterizedTest
    @EnumSource
    void makesTheShapeOfItsRule(LayerCase c) {
        for (var batch : new int[] {0, 1, 3}) {
            for (var mode : Mode.values()) {
                var y = mode.compute(c.build(1).apply(batch(c, batch)));
                assertThat(y.shape()).isEqualTo(Shape.of(batch).append(c.output));
                assertThat(y.toDoubles()).doesNotContain(Double.NaN);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesItsParametersAfterItsComponents(LayerCase c) {
        assertThat(
                        Parameters.of(c.build(1)).entrySet().stream()
                                .map(entry -> entry.getKey() + entry.getValue().shape())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(c.parameters);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheGradientOfCentralDifferencesOutsideOfTraining(LayerCase c) {
        GradientCheck.run(c.build(1), batch(c, 3), Mode.INFERENCE);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheGradientOfCentralDifferencesInTraining(LayerCase c) {
        GradientCheck.run(c.build(1), batch(c, 3), Mode.TRAINING);
    }

    @ParameterizedTest
    @EnumSource
    void judgesAnExampleAlikeWhateverStandsBesideItOutsideOfTraining(LayerCase c) {
        var layer = c.build(1);
        var batch = batch(c, 3);
        var together = layer.apply(batch);
        for (var i = 0; i < 3; i++) {
            var alone = layer.apply(batch.slice(i, i + 1));
            assertThat(alone.toFloats()).containsExactly(together.get(i).toFloats(), within(1e-5f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithTheSameBitsForTheSameSeed(LayerCase c) {
        assertThat(bits(c.build(3))).isEqualTo(bits(c.build(3)));
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithOtherWeightsForAnotherSeed(LayerCase c) {
        if (Parameters.of(c.build(3)).values().stream().anyMatch(p -> p.rank() >= 2)) {
            assertThat(bits(c.build(3))).isNotEqualTo(bits(c.build(4)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsInAProgram(LayerCase c) {
        assertThat(c.spec).hasToString(c.text);
        assertThat(c.build(1)).hasToString(c.text);
    }

    @ParameterizedTest
    @EnumSource
    void remembersTheSpecItWasBuiltFrom(LayerCase c) {
        assertThat(c.build(1))
                .isInstanceOfSatisfying(
                        BuiltLayer.class, layer -> assertThat(layer.spec()).isEqualTo(c.spec));
    }

    static Tensor batch(LayerCase c, int size) {
        var shape = Shape.of(size).append(c.input);
        return c.spec.inputType().isFloating()
                ? Randomness.with(11, () -> Tensor.randomNormal(shape.toArray()))
                : Tensor.arange(shape.count()).mod(5).reshape(shape);
    }

    private static String bits(Layer layer) {
        return Parameters.of(layer).values().stream()
                .map(Parameter::toFloats)
                .map(Arrays::toString)
                .collect(Collectors.joining());
    }
}
