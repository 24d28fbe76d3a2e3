package dev.gradus.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.io.Limits;
import dev.gradus.io.ModelFile;
import dev.gradus.io.Provenance;
import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Optimizers;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Summary;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.picture.NetworkPicture;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every architecture must hold to.
class ModelContractTest {
    private static final String ROWS = "dev.gradus.testing.model.ModelCase#all";

    @ParameterizedTest
    @MethodSource(ROWS)
    void makesTheShapesOfItsDescription(ModelCase c) {
        var network = c.build(1);
        for (var batch : new int[] {0, 1, 3}) {
            var outputs = c.apply(network, c.batch(batch));
            assertThat(outputs.stream().map(Tensor::shape))
                    .containsExactlyElementsOf(
                            c.outputs().stream()
                                    .map(output -> Shape.of(batch).append(output))
                                    .toList());
            for (var y : outputs) {
                for (var number : y.toFloats()) {
                    assertThat(number).isFinite();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void hasTheParametersOfItsDescription(ModelCase c) {
        var network = c.build(1);
        assertThat(Parameters.count(network)).isEqualTo(c.parameters());
        var summary =
                network instanceof Graph graph
                        ? graph.summary()
                        : Summary.of(network, c.inputs().getFirst());
        assertThat(summary.parameters()).isEqualTo(c.parameters());
        assertThat(summary.multiplyAdds()).isPositive();
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void isDrawnWithItsInputsAndParameters(ModelCase c) {
        var picture = NetworkPicture.of(c.build(1), c.inputs().getFirst());
        assertThat(picture.title("Drawn").svg())
                .contains(">Drawn<")
                .contains(String.format(Locale.ROOT, ">%,d parameters,", c.parameters()));
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void isSavedAndReadAgainToTheLastBit(ModelCase c, @TempDir Path folder) {
        var file = folder.resolve("model.gradus");
        var network = c.build(7);
        Optimizers.sgd(0.01).on(network).step(c.loss(network, c.batch(2)));
        var shape = c.inputs().getFirst();
        new ModelFile(network, shape, List.of(), Map.of(), Provenance.unstated()).write(file);
        var again = ModelFile.read(file, Limits.USUAL).layer();
        assertThat(Parameters.of(again).keySet()).isEqualTo(Parameters.of(network).keySet());
        assertThat(numbers(again)).isDeepEqualTo(numbers(network));
        var before = c.apply(network, c.batch(2));
        var after = c.apply(again, c.batch(2));
        for (var i = 0; i < before.size(); i++) {
            assertThat(after.get(i).toFloats()).containsExactly(before.get(i).toFloats());
        }
        assertThat(((BuiltLayer) again).spec()).hasToString(c.spec().toString());
    }

    private static float[][] numbers(Layer network) {
        return Parameters.of(network).values().stream()
                .map(Parameter::toFloats)
                .toArray(float[][]::new);
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void oneStepLowersItsLoss(ModelCase c) {
        var network = c.build(1);
        var before = c.loss(network, c.batch(4));
        Optimizers.sgd(0.001).on(network).step(before);
        // as a first step sees it: in training, with the same random numbers
        var after = c.loss(network, c.batch(4));
        Optimizers.sgd(0.001).on(network).step(after);
        assertThat(after.item()).isLessThan(before.item());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void everyParameterLearns(ModelCase c) {
        var network = c.build(1);
        var before = numbers(network);
        var optimizer = Optimizers.sgd(0.5).on(network);
        optimizer.step(c.loss(network, c.batch(4)));
        var after = numbers(network);
        var names = Parameters.of(network).keySet().toArray(String[]::new);
        for (var i = 0; i < names.length; i++) {
            assertThat(Arrays.equals(before[i], after[i]))
                    .as("%s stood still", names[i])
                    .isEqualTo(names[i].matches(c.aside()));
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void beginsWithTheSameBitsForTheSameSeedAlone(ModelCase c) {
        assertThat(numbers(c.build(3))).isDeepEqualTo(numbers(c.build(3)));
        assertThat(Arrays.deepEquals(numbers(c.build(3)), numbers(c.build(4)))).isFalse();
    }
}
