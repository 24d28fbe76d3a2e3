package dev.gradus.testing.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.io.Limits;
import dev.gradus.io.ModelFile;
import dev.gradus.io.Provenance;
import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every layer must hold to.
class LayerContractTest {
    private static final String ROWS = "dev.gradus.testing.layer.LayerCase#all";
    private static final double TOLERANCE = 1e-11;

    @ParameterizedTest
    @MethodSource(ROWS)
    void makesTheShapeOfItsRule(LayerCase c) {
        for (var batch : new int[] {0, 1, 3}) {
            for (var mode : Mode.values()) {
                var y = mode.compute(c.build(1).apply(batch(c, batch)));
                assertThat(y.shape()).isEqualTo(Shape.of(batch).append(c.output()));
                assertThat(y.toDoubles()).doesNotContain(Double.NaN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void namesItsParametersAfterItsComponents(LayerCase c) {
        assertThat(
                        Parameters.of(c.build(1)).entrySet().stream()
                                .map(entry -> entry.getKey() + entry.getValue().shape())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(c.parameters());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void hasTheNumbersAndGradientsOfAnotherFramework(LayerCase c) {
        var layer = withGoldenParameters(c);
        compare(c, layer, "", Mode.INFERENCE);
        if (LayerGoldens.find(c.golden(), "training y").isPresent()) {
            compare(c, layer, "training ", Mode.TRAINING);
        }
    }

    private static void compare(LayerCase c, Layer layer, String part, Mode mode) {
        var given = LayerGoldens.tensor(c.golden(), "x");
        var whole = !c.spec().inputType().isFloating();
        var x = whole ? given.cast(DType.INT64) : Parameter.of(given);
        var y = layer.apply(x);
        var variables = new ArrayList<Tensor>();
        var names = new ArrayList<String>();
        if (!whole) {
            variables.add(x);
            names.add("x");
        }
        var state = new ArrayList<String>();
        var trainable = Parameters.trainable(layer);
        Parameters.of(layer)
                .forEach((name, parameter) -> {
                    if (trainable.containsKey(name)) {
                        variables.add(parameter);
                        names.add(name);
                    } else {
                        state.add(name);
                    }
                });
        var up = LayerGoldens.tensor(c.golden(), part + "up");
        var gradients = Gradients.of(y, up, variables);
        mode.compute(y, gradients.toArray(Tensor[]::new));
        LayerGoldens.assertEquals(y, c.golden(), part + "y", TOLERANCE);
        for (var i = 0; i < names.size(); i++) {
            LayerGoldens.assertEquals(
                    gradients.get(i), c.golden(), part + "gradient " + names.get(i), TOLERANCE);
        }
        if (mode == Mode.TRAINING) {
            for (var name : state) {
                LayerGoldens.assertEquals(
                        Parameters.of(layer).get(name),
                        c.golden(),
                        part + "after " + name,
                        TOLERANCE);
            }
        }
    }

    private static Layer withGoldenParameters(LayerCase c) {
        var layer = DoublePrecision.copyOf(c.build(1));
        Parameters.of(layer)
                .forEach((name, parameter) ->
                        parameter.set(LayerGoldens.tensor(c.golden(), "parameter " + name)));
        return layer;
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void hasTheGradientOfCentralDifferencesOutsideOfTraining(LayerCase c) {
        LayerGradientCheck.run(c.build(1), batch(c, 3), Mode.INFERENCE);
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void hasTheGradientOfCentralDifferencesInTraining(LayerCase c) {
        LayerGradientCheck.run(c.build(1), batch(c, 3), Mode.TRAINING);
    }

    @ParameterizedTest
    @MethodSource(ROWS)
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
    @MethodSource(ROWS)
    void isSavedAndReadAgainToTheLastBit(LayerCase c, @TempDir Path folder) {
        var file = folder.resolve("layer.gradus");
        var layer = c.build(7);
        // a running mean that has moved, for instance, is saved too
        Mode.TRAINING.compute(layer.apply(batch(c, 3)));
        new ModelFile(layer, c.input(), List.of(), Map.of(), Provenance.unstated()).write(file);
        var again = ModelFile.read(file, Limits.USUAL).layer();
        assertThat(bits(again)).isEqualTo(bits(layer));
        assertThat(again.apply(batch(c, 3)).toFloats())
                .containsExactly(layer.apply(batch(c, 3)).toFloats());
        assertThat(((BuiltLayer) again).spec()).hasToString(c.text());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void givesTheSameBitsInTheSameStep(LayerCase c) {
        var first = Mode.TRAINING.compute(c.build(3).apply(batch(c, 5)));
        var second = Mode.TRAINING.compute(c.build(3).apply(batch(c, 5)));
        assertThat(second.toFloats()).containsExactly(first.toFloats());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void beginsWithTheSameBitsForTheSameSeed(LayerCase c) {
        assertThat(bits(c.build(3))).isEqualTo(bits(c.build(3)));
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void beginsWithOtherWeightsForAnotherSeed(LayerCase c) {
        if (Parameters.of(c.build(3)).values().stream().anyMatch(p -> p.rank() >= 2)) {
            assertThat(bits(c.build(3))).isNotEqualTo(bits(c.build(4)));
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void isWrittenAsInAProgram(LayerCase c) {
        assertThat(c.spec()).hasToString(c.text());
        assertThat(c.build(1)).hasToString(c.text());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void remembersTheSpecItWasBuiltFrom(LayerCase c) {
        assertThat(c.build(1))
                .isInstanceOfSatisfying(
                        BuiltLayer.class, layer -> assertThat(layer.spec()).isEqualTo(c.spec()));
    }

    static Tensor batch(LayerCase c, int size) {
        var shape = Shape.of(size).append(c.input());
        return c.spec().inputType().isFloating()
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
