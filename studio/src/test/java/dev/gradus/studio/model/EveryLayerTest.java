package dev.gradus.studio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Layers;
import dev.gradus.nn.graph.Graph;
import dev.gradus.studio.model.Calculation.Kind;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Of every layer there is, each number can be reached and comes to what the engine has, from the terms that
/// the page is told.
class EveryLayerTest {
    /// Makers of what is no layer: inputs, shared parts, seeds, ways to draw tokens.
    private static final Set<String> NO_LAYERS = Set.of("input", "shared", "seed", "sampling");

    private static final int MOST_NUMBERS = 16;

    static List<LayerRows.Row> rows() {
        return LayerRows.all();
    }

    @Test
    void everyFactoryHasARow() {
        var factories =
                Stream.of(Layers.class.getMethods())
                        .filter(it -> Modifier.isStatic(it.getModifiers()))
                        .map(it -> it.getName())
                        .filter(it -> !NO_LAYERS.contains(it));
        var bends =
                Stream.of(Layers.class.getFields())
                        .filter(it -> it.getType().getSimpleName().equals("Activation"))
                        .map(it -> it.getName());
        assertThat(rows().stream().map(LayerRows.Row::factory).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(factories, bends).collect(Collectors.toSet()));
    }

    private static Activations values(LayerRows.Row row) {
        return values(row, shaken(row));
    }

    private static Layer shaken(LayerRows.Row row) {
        var layer = row.spec().build(row.inputs().getFirst(), dev.gradus.Gradus.seed(3));
        AccountTest.shake(layer);
        return layer;
    }

    private static Activations values(LayerRows.Row row, Layer built) {
        var names = IntStream.range(0, row.inputs().size()).mapToObj(i -> "x" + i).toList();
        return Activations.of(built, names, inputs(row));
    }

    private static List<Tensor> inputs(LayerRows.Row row) {
        var tokens = row.spec().inputType() != DType.FLOAT32;
        var inputs = new ArrayList<Tensor>();
        for (var shape : row.inputs()) {
            var batch = Shape.of(1).append(shape).toArray();
            inputs.add(
                    tokens
                            ? Tensor.of(words(shape.count()), batch)
                            : nothingAtTheSecondMoment(
                                    AccountTest.random(7 + inputs.size(), batch)));
        }
        return inputs;
    }

    private static long[] words(int count) {
        return IntStream.range(0, count).mapToLong(i -> (i * 5 + 3) % 7 % 6).toArray();
    }

    /// Zeros have their own rules: padding, moments that are passed over.
    private static Tensor nothingAtTheSecondMoment(Tensor x) {
        if (x.rank() != 3 || x.size(1) < 3) {
            return x;
        }
        var numbers = x.toFloats();
        java.util.Arrays.fill(numbers, x.size(2), 2 * x.size(2), 0);
        return Tensor.of(numbers, x.shape().toArray());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyNumberComesToWhatTheEngineHas(LayerRows.Row row) {
        var values = values(row);
        for (var place = 0; place < values.found().places().size(); place++) {
            for (var flat : some(values.of(place).length)) {
                new Recombined(values, place, flat).check();
            }
        }
    }

    private static List<Integer> some(int count) {
        var random = new Random(5);
        return count <= MOST_NUMBERS
                ? IntStream.range(0, count).boxed().toList()
                : random.ints(MOST_NUMBERS, 0, count).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsOpenedEndsWithWhatTheLayerAnswers(LayerRows.Row row) {
        var layer = shaken(row);
        var values = values(row, layer);
        var expected =
                layer instanceof Graph graph
                        ? graph.apply(inputs(row)).toFloats()
                        : layer.apply(inputs(row).getFirst()).toFloats();
        var end = values.of(values.found().outputs().getFirst());
        assertThat(end).hasSameSizeAs(expected);
        for (var i = 0; i < end.length; i++) {
            assertThat(end[i]).isCloseTo(expected[i], within(2e-5f * (1 + Math.abs(expected[i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyParameterStandsInOnePlaceAtLeast(LayerRows.Row row) {
        var layer = row.spec().build(row.inputs().getFirst(), dev.gradus.Gradus.seed(3));
        var names = IntStream.range(0, row.inputs().size()).mapToObj(i -> "x" + i).toList();
        var found = Walk.through(layer, names, inputs(row));
        var shown = new HashSet<dev.gradus.tensor.Parameter>();
        found.places().forEach(it -> shown.addAll(Figures.parameters(it).values()));
        var all = new HashSet<>(dev.gradus.nn.Parameters.of(layer).values());
        if (layer instanceof dev.gradus.nn.model.Bert bert) {
            // its answers are what tokens mean: the heads stand beside them
            List.of(bert.pooler(), bert.transform(), bert.transformNorm())
                    .forEach(it -> all.removeAll(dev.gradus.nn.Parameters.of(it).values()));
            all.remove(bert.bias());
        }
        assertThat(shown).containsAll(all);
    }

    /// The page names a number by channel, row and column.
    @ParameterizedTest
    @MethodSource("rows")
    void everyNumberHasASpotOnThePage(LayerRows.Row row) {
        var values = values(row);
        for (var place = 0; place < values.found().places().size(); place++) {
            var view = Frames.view(values, place);
            assertThat(view.channels() * view.rows() * view.columns())
                    .isEqualTo(values.of(place).length);
            for (var flat = 0; flat < values.of(place).length; flat++) {
                var spot = view.spot(flat);
                assertThat(view.flat(spot.get(0), spot.get(1), spot.get(2))).isEqualTo(flat);
            }
            if (values.of(place).length > 0) {
                assertThat(Frames.number(values, place, 0, 0, 0).bytes()).isNotEmpty();
                assertThat(Frames.channel("channel", values, place, 0).bytes()).isNotEmpty();
                assertThat(Frames.layer(values, place).bytes()).isNotEmpty();
            }
        }
    }

    /// Nothing is said not to be told but for a reason, and that is said in words.
    @ParameterizedTest
    @MethodSource("rows")
    void onlyWhatACausalHeadMayNotSeeIsUntold(LayerRows.Row row) {
        var values = values(row);
        for (var place = 0; place < values.found().places().size(); place++) {
            for (var flat : some(values.of(place).length)) {
                var account = Account.of(values, place, flat);
                if (account.kind() == Kind.UNTOLD) {
                    assertThat(account.bend()).isEqualTo("hidden");
                    assertThat(account.value()).isZero();
                }
            }
        }
    }
}
