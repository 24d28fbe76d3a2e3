package dev.gradus.nn.picture;

import static dev.gradus.nn.Layers.add;
import static dev.gradus.nn.Layers.concat;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.input;
import static dev.gradus.nn.Layers.seed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Summary;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Node;
import dev.gradus.nn.model.ResNet;
import dev.gradus.nn.model.UNet;
import dev.gradus.nn.model.WideAndDeep;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    static Stream<Graph.Spec> graphs() {
        var random = Stream.iterate(1L, seed -> seed + 1).limit(20).map(LayoutTest::random);
        return Stream.concat(
                Stream.of(
                        UNet.of(Shape.of(16, 16, 1), 4, 2, 2),
                        WideAndDeep.of(7, 2, List.of(5, 4, 3), 3, 6, 4)),
                random);
    }

    /// A graph in which each place reads two others.
    private static Graph.Spec random(long seed) {
        var random = new Random(seed);
        var inputs = List.of(input("a", 2), input("b", 2));
        var nodes = new ArrayList<>(inputs);
        for (var i = 0; i < 12; i++) {
            var first = nodes.get(random.nextInt(nodes.size()));
            var second = nodes.get(random.nextInt(nodes.size()));
            nodes.add(random.nextBoolean() ? add(first, second) : first.then(dense(2)));
        }
        return Graph.of(inputs, add(nodes.subList(2, nodes.size()).toArray(Node[]::new)));
    }

    private static Diagram diagram(Graph.Spec spec) {
        var graph = spec.build(seed(1));
        var input = spec.inputs().getFirst().shape();
        return Sketch.of(graph, input, graph.summary(), 9, 1000);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void nothingLiesOverAnother(Graph.Spec spec) {
        var diagram = diagram(spec);
        var placed = Layout.of(diagram, Measures.of(diagram)).placed();
        for (var i = 0; i < placed.size(); i++) {
            var a = placed.get(i);
            assertThat(a.x()).isGreaterThan(-1e-6);
            for (var b : placed.subList(0, i)) {
                var apart =
                        a.x() + a.width() < b.x()
                                || b.x() + b.width() < a.x()
                                || a.y() + a.height() < b.y()
                                || b.y() + b.height() < a.y();
                assertThat(apart).as("%s and %s", a, b).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void everythingIsBelowWhatItIsGivenBy(Graph.Spec spec) {
        var diagram = diagram(spec);
        var placed = Layout.of(diagram, Measures.of(diagram)).placed();
        for (var link : diagram.links()) {
            var from = placed.get(link.from());
            assertThat(placed.get(link.to()).y()).isGreaterThan(from.y() + from.height());
        }
    }

    @Test
    void linesOfKnownNetworksDoNotCross() {
        assertThat(Rows.of(diagram(UNet.of(Shape.of(16, 16, 1), 4, 2, 2))).crossings()).isZero();
        assertThat(Rows.of(diagram(WideAndDeep.of(7, 2, List.of(5, 4, 3), 3, 6))).crossings())
                .isZero();
    }

    @Test
    void untanglesInputsThatAreUsedTheOtherWayRound() {
        var inputs = List.of(input("a", 2), input("b", 2), input("c", 2));
        var c = inputs.get(2).then(dense(2));
        var b = inputs.get(1).then(dense(2));
        var a = inputs.get(0).then(dense(2));
        var spec = Graph.of(inputs, concat(c.then(dense(2)), b.then(dense(2)), a.then(dense(2))));
        assertThat(Rows.of(diagram(spec)).crossings()).isZero();
    }

    @Test
    void theTrunkOfANetworkStandsStraight() {
        var diagram = diagram(UNet.of(Shape.of(16, 16, 1), 4, 2, 2));
        var placed = Layout.of(diagram, Measures.of(diagram)).placed();
        assertThat(placed)
                .allSatisfy(
                        box -> assertThat(box.x()).isCloseTo(placed.getFirst().x(), within(1.0)));
        var network = ResNet.cifar(20, 10).build(Shape.of(32, 32, 3), seed(1));
        var sketch =
                Sketch.of(network, network.input(), Summary.of(network, network.input()), 9, 1000);
        var scene = Layout.of(sketch, Measures.of(sketch));
        assertThat(scene.leaving()).isCloseTo(scene.entering(), within(1.0));
    }

    @Test
    void breaksLinesWhereAReaderWould() {
        assertThat(Words.lines("conv2d(64, 3, RELU).stride(2).padding(SAME).withoutBias()"))
                .containsExactly("conv2d(64, 3, RELU).stride(2)", ".padding(SAME).withoutBias()");
        assertThat(Words.lines("x".repeat(50))).containsExactly("x".repeat(31) + "…");
        assertThat(Words.lines("f(1, ".repeat(60))).hasSize(4);
        assertThat(Words.lines("f(1, ".repeat(60)).getLast()).endsWith("…");
        assertThat(Words.lines("")).containsExactly("");
    }
}
