package dev.gradus.nn.graph;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.add;
import static dev.gradus.nn.Layers.concat;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.input;
import static dev.gradus.nn.Layers.seed;
import static dev.gradus.nn.Layers.shared;
import static dev.gradus.nn.Losses.crossEntropy;
import static dev.gradus.nn.Losses.meanSquaredError;
import static dev.gradus.nn.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final Tensor TITLES = Tensor.arange(12).mod(7).reshape(3, 4);
    private static final Tensor PRICES = Tensor.of(new float[][] {{1}, {2}, {3}});

    private static Graph.Spec shop() {
        var title = input("title", 4);
        var price = input("price", 1);
        var text = embedding(7, 3).on(title).then(globalMean());
        var both = concat(text, price).then(dense(5, RELU));
        return Graph.of(
                List.of(title, price),
                dense(3).on(both).named("category"),
                dense(1).on(both).named("returned"));
    }

    @Test
    void hasSeveralInputsAndSeveralOutputs() {
        var outputs = shop().build(seed(1)).outputs(TITLES, PRICES);
        assertThat(outputs.keySet()).containsExactly("category", "returned");
        assertThat(outputs.get("category").shape()).isEqualTo(Shape.of(3, 3));
        assertThat(outputs.get("returned").shape()).isEqualTo(Shape.of(3, 1));
    }

    @Test
    void takesInputsByName() {
        var net = shop().build(seed(1));
        var byName = net.outputs(Map.of("price", PRICES, "title", TITLES));
        assertThat(byName.get("category").toFloats())
                .containsExactly(net.outputs(TITLES, PRICES).get("category").toFloats());
        assertThatThrownBy(() -> net.outputs(Map.of("prize", PRICES, "title", TITLES)))
                .hasMessageContaining("takes the inputs [title, price]");
    }

    @Test
    void knowsWhichInputsAreLookedUp() {
        assertThat(shop().inputType(0)).isEqualTo(DType.INT64);
        assertThat(shop().inputType(1)).isEqualTo(DType.FLOAT32);
    }

    @Test
    void namesItsParametersAfterThePlaces() {
        assertThat(Parameters.of(shop().build(seed(1))).keySet())
                .containsExactly(
                        "0.weight",
                        "3.weight",
                        "3.bias",
                        "category.weight",
                        "category.bias",
                        "returned.weight",
                        "returned.bias");
    }

    @Test
    void learnsFromSeveralLossesAtOnce() {
        var net = shop().build(seed(1));
        var optimizer = adam(0.05).on(net);
        var labels = Tensor.of(new long[] {2, 0, 1}, 3);
        var last = Double.MAX_VALUE;
        for (var step = 0; step < 60; step++) {
            var outputs = net.outputs(TITLES, PRICES);
            var loss =
                    crossEntropy(outputs.get("category"), labels)
                            .add(meanSquaredError(outputs.get("returned"), PRICES));
            optimizer.step(loss);
            last = loss.item();
        }
        assertThat(last).isLessThan(0.1);
    }

    @Test
    void aSharedLayerHasOneSetOfWeights() {
        var a = input("a", 2);
        var b = input("b", 2);
        var tower = shared(dense(3));
        var net =
                Graph.of(List.of(a, b), tower.on(a).named("left"), tower.on(b).named("right"))
                        .build(seed(1));
        var x = Tensor.of(new float[][] {{1, 2}});
        var outputs = net.outputs(x, x);
        assertThat(outputs.get("left").toFloats()).containsExactly(outputs.get("right").toFloats());
        assertThat(Parameters.of(net).keySet()).containsExactly("left.weight", "left.bias");
        assertThat(net.summary().parameters()).isEqualTo(9);
    }

    @Test
    void layersThatAreNotSharedHaveWeightsOfTheirOwn() {
        var x = input("x", 2);
        var spec = dense(2);
        var net = Graph.of(List.of(x), add(spec.on(x), spec.on(x))).build(seed(1));
        var first = (Dense) net.part(0);
        var second = (Dense) net.part(1);
        assertThat(first.weight().toFloats()).isNotEqualTo(second.weight().toFloats());
    }

    @Test
    void standsInANetworkLikeAnyLayer() {
        var x = input("x", 4);
        var block = Graph.of(List.of(x), add(dense(4, RELU).on(x), x));
        var net = Sequential.of(block, block, dense(2)).build(Shape.of(4), seed(1));
        assertThat(net.apply(Tensor.ones(5, 4)).shape()).isEqualTo(Shape.of(5, 2));
        assertThat(Parameters.of(net).keySet())
                .containsExactly(
                        "0.0.weight", "0.0.bias", "1.0.weight", "1.0.bias", "2.weight", "2.bias");
    }

    @Test
    void showsItsPlacesAsATable() {
        assertThat(shop().build(seed(1)).summary().toString())
                .contains("title", "price", "embedding(7, 3)", "category", "dense(3)", "[5]");
    }

    @Test
    void explainsWhatDoesNotFit() {
        var net = shop().build(seed(1));
        assertThatThrownBy(() -> net.outputs(TITLES))
                .hasMessageContaining("takes 2 inputs, [title, price], but was given 1");
        assertThatThrownBy(() -> net.outputs(PRICES, TITLES))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("input 'title' of the graph takes batches of [4]");
        assertThatThrownBy(() -> net.apply(TITLES, PRICES))
                .hasMessageContaining("2 outputs, [category, returned]");
        var x = input("x", 4);
        assertThatThrownBy(() -> Graph.of(List.of(input("y", 1)), dense(1).on(x)))
                .hasMessageContaining("needs the input 'x', which is not listed");
        assertThatThrownBy(() ->
                        Graph.of(List.of(x), dense(1).on(x).named("a"), dense(1).on(x).named("a")))
                .hasMessageContaining("two places of a graph are called 'a'");
        assertThatThrownBy(() -> Graph.of(List.of(x), add(dense(2).on(x), x)).build(seed(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("[[1, 2], [1, 4]]")
                .hasMessageContaining("in  Graph[1] add()");
        assertThatThrownBy(() -> x.named("no spaces"))
                .hasMessageContaining("'no spaces' cannot be the name");
    }

    @Test
    void aGraphFromAFileThatCannotBeIsRefused() {
        var inputs = List.of(new Input("x", List.of(2)));
        List<Part> parts = List.of(new Part.OfLayer(dense(2)));
        assertThatThrownBy(() ->
                        new Graph.Spec(
                                inputs, parts, List.of(new Stage(0, List.of(1), "")), List.of(1)))
                .hasMessageContaining("reads result 1, which is not there yet");
        assertThatThrownBy(() ->
                        new Graph.Spec(
                                inputs, parts, List.of(new Stage(1, List.of(0), "")), List.of(1)))
                .hasMessageContaining("applies part 1 of 1");
        assertThatThrownBy(() -> new Graph.Spec(inputs, parts, List.of(), List.of(0)))
                .hasMessageContaining("used nowhere");
    }

    @Test
    void isAsDeepAsYouLike() {
        var node = input("x", 1);
        var end = node;
        for (var i = 0; i < 5_000; i++) {
            end = RELU.on(end);
        }
        var net = Graph.of(List.of(node), end).build(seed(1));
        assertThat(net.apply(Tensor.ones(1, 1)).item()).isEqualTo(1);
    }
}
