package dev.gradus.nn;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.add;
import static dev.gradus.nn.Layers.batchNorm;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.dropout;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.frozen;
import static dev.gradus.nn.Layers.globalMean;
import static dev.gradus.nn.Layers.input;
import static dev.gradus.nn.Layers.maxPool;
import static dev.gradus.nn.Layers.seed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.graph.Graph;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void drawsTheNetworkAsATable() {
        var net =
                Sequential.of(
                                conv2d(8, 3, RELU).padding(SAME),
                                batchNorm(),
                                maxPool(2),
                                flatten(),
                                Sequential.of(dropout(0.2), dense(10)))
                        .build(Shape.of(28, 28, 1), Seed.seed(1));
        assertThat(net.summary())
                .hasToString(
                        """
                             layer                             output       parameters  multiply-adds
                             input                             [28, 28, 1]
                        0    conv2d(8, 3, RELU).padding(SAME)  [28, 28, 8]          80         56,448
                        1    batchNorm()                       [28, 28, 8]          16              0
                        2    maxPool(2)                        [14, 14, 8]           0              0
                        3    flatten()                         [1568]                0              0
                        4.0  dropout(0.2)                      [1568]                0              0
                        4.1  dense(10)                         [10]             15,690         15,680
                             total                                              15,786         72,128
                        and 16 numbers that are kept but not trained\
                        """);
    }

    @Test
    void countsTheWorkOfGroupsAndOfEveryRow() {
        var grouped = Summary.of(conv2d(4, 3).groups(2), Shape.of(5, 5, 6));
        assertThat(grouped.multiplyAdds()).isEqualTo(3 * 3 * 4 * 3 * 3 * 3);
        var rows = Summary.of(dense(4), Shape.of(7, 3));
        assertThat(rows.multiplyAdds()).isEqualTo(7 * 3 * 4);
        assertThat(rows.output()).isEqualTo(Shape.of(7, 4));
    }

    @Test
    void countsWhatIsComputedOutsideOfTraining() {
        var w = Tensor.ones(3, 3);
        Layer onlyInTraining = x -> Tensor.byMode(x.matmul(w), x);
        Layer onlyOutside = x -> Tensor.byMode(x, x.matmul(w));
        assertThat(Summary.of(onlyInTraining, Shape.of(3)).multiplyAdds()).isZero();
        assertThat(Summary.of(onlyOutside, Shape.of(3)).multiplyAdds()).isEqualTo(9);
    }

    @Test
    void drawsALayerOfOnesOwnInOneRow() {
        var seed = Seed.seed(1);
        var layer =
                new ParametersTest.Gated(
                        dense(2).build(Shape.of(3), seed), dense(2).build(Shape.of(3), seed));
        var summary = Summary.of(layer, Shape.of(3));
        assertThat(summary.rows())
                .containsExactly(new Summary.Row("", "Gated", Shape.of(2), 16, 0, 12));
    }

    @Test
    void drawsWordsThatAreLookedUp() {
        var summary = Summary.of(Sequential.of(embedding(100, 8), globalMean()), Shape.of(20));
        assertThat(summary.output()).isEqualTo(Shape.of(8));
        assertThat(summary.parameters()).isEqualTo(800);
    }

    @Test
    void looksIntoGraphsWhereverTheyStand() {
        var y = input("y", 3);
        var whole = y.then(Sequential.of(half(3), dense(2))).named("body").then(half(2));
        var summary = Graph.of(List.of(y), whole.then(frozen(dense(1)))).build(seed(1)).summary();
        assertThat(summary.rows().stream().map(Summary.Row::name))
                .containsExactly("body.0.half", "body.0.1", "body.1", "1.half", "1.1", "2");
        assertThat(summary.parameters()).isEqualTo(12 + 8 + 6);
        assertThat(summary.state()).isEqualTo(3);
        assertThat(summary.multiplyAdds()).isEqualTo(9 + 6 + 4 + 2);
    }

    private static Graph.Spec half(int features) {
        var x = input("x", features);
        return Graph.of(List.of(x), add(x, x.then(dense(features)).named("half")));
    }
}
