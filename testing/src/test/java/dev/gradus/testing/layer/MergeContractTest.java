package dev.gradus.testing.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.io.Limits;
import dev.gradus.io.ModelFile;
import dev.gradus.io.Provenance;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Seed;
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

/// What every layer of several inputs must hold to.
class MergeContractTest {
    private static final String ROWS = "dev.gradus.testing.layer.MergeCase#all";
    private static final double TOLERANCE = 1e-11;

    /// A merge of which one input is given and the others stand still, so that it can be checked as a layer.
    record OfOneInput(Merge merge, List<Tensor> inputs, int position) implements Layer {
        @Override
        public Tensor apply(Tensor x) {
            var all = new ArrayList<>(inputs);
            all.set(position, x);
            return merge.apply(all);
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void makesTheShapeOfItsRule(MergeCase c) {
        for (var batch : new int[] {0, 1, 3}) {
            for (var mode : Mode.values()) {
                var y = mode.compute(c.build(1).apply(batches(c, batch)));
                assertThat(y.shape()).isEqualTo(Shape.of(batch).append(c.output()));
                assertThat(y.toDoubles()).doesNotContain(Double.NaN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void namesItsParametersAfterItsComponents(MergeCase c) {
        assertThat(
                        Parameters.ofMerge(c.build(1)).entrySet().stream()
                                .map(entry -> entry.getKey() + entry.getValue().shape())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(c.parameters());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void hasTheNumbersAndGradientsOfAnotherFramework(MergeCase c) {
        var merge = DoublePrecision.copyOf(c.build(1));
        var variables = new ArrayList<Tensor>();
        var names = new ArrayList<String>();
        Parameters.ofMerge(merge)
                .forEach((name, parameter) -> {
                    parameter.set(LayerGoldens.tensor(c.golden(), "parameter " + name));
                    variables.add(parameter);
                    names.add(name);
                });
        var inputs = new ArrayList<Tensor>();
        for (var i = 0; i < c.inputs().size(); i++) {
            inputs.add(Parameter.of(LayerGoldens.tensor(c.golden(), "x" + i)));
            names.add("x" + i);
        }
        variables.addAll(inputs);
        var y = merge.apply(inputs);
        var gradients = Gradients.of(y, LayerGoldens.tensor(c.golden(), "up"), variables);
        LayerGoldens.assertEquals(y, c.golden(), "y", TOLERANCE);
        for (var i = 0; i < names.size(); i++) {
            LayerGoldens.assertEquals(
                    gradients.get(i), c.golden(), "gradient " + names.get(i), TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void hasTheGradientOfCentralDifferences(MergeCase c) {
        var inputs = batches(c, 2);
        for (var mode : Mode.values()) {
            for (var i = 0; i < inputs.size(); i++) {
                var others =
                        inputs.stream().<Tensor>map(x -> x.cast(dev.gradus.tensor.DType.FLOAT64));
                var layer = new OfOneInput(c.build(1), others.toList(), i);
                LayerGradientCheck.run(layer, inputs.get(i), mode);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void isSavedAndReadAgainToTheLastBit(MergeCase c, @TempDir Path folder) {
        var file = folder.resolve("merge.gradus");
        var graph = c.alone().build(Seed.seed(7));
        new ModelFile(graph, c.inputs().getFirst(), List.of(), Map.of(), Provenance.unstated())
                .write(file);
        var again = (Merge) ModelFile.read(file, Limits.USUAL).layer();
        assertThat(again.apply(batches(c, 3)).toFloats())
                .containsExactly(graph.apply(batches(c, 3)).toFloats());
        assertThat(Parameters.ofMerge(again).values().stream().map(Parameter::toFloats))
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(
                        Parameters.of(graph).values().stream().map(Parameter::toFloats).toList());
    }

    @ParameterizedTest
    @MethodSource(ROWS)
    void isWrittenAsInAProgram(MergeCase c) {
        assertThat(c.spec()).hasToString(c.text());
        assertThat(c.build(1)).hasToString(c.text());
    }

    private static List<Tensor> batches(MergeCase c, int size) {
        return Randomness.with(
                11,
                () ->
                        c.inputs().stream()
                                .map(input ->
                                        Tensor.randomNormal(Shape.of(size).append(input).toArray()))
                                .toList());
    }
}
