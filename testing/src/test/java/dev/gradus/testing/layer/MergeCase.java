package dev.gradus.testing.layer;

import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Node;
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.merge.Average;
import dev.gradus.nn.merge.Concatenate;
import dev.gradus.nn.merge.Dot;
import dev.gradus.nn.merge.Maximum;
import dev.gradus.nn.merge.Minimum;
import dev.gradus.nn.merge.Multiply;
import dev.gradus.nn.merge.Subtract;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A layer of several inputs as a user writes it, and what must be so of it; see [LayerCase].
record MergeCase(MergeSpec spec, String text, List<Shape> inputs, Shape output, String parameters) {
    private static final Shape ROW = Shape.of(2, 3);

    static Stream<MergeCase> all() {
        return Stream.of(
                alike(new Add(), "add()"),
                alike(new Multiply(), "multiply()"),
                alike(new Average(), "average()"),
                alike(new Maximum(), "maximum()"),
                alike(new Minimum(), "minimum()"),
                new MergeCase(new Subtract(), "subtract()", List.of(ROW, ROW), ROW, ""),
                new MergeCase(
                        new Concatenate(-1),
                        "concatenate()",
                        List.of(ROW, Shape.of(2, 1)),
                        Shape.of(2, 4),
                        ""),
                new MergeCase(
                        new Concatenate(1),
                        "concatenate(1)",
                        List.of(ROW, Shape.of(1, 3)),
                        Shape.of(3, 3),
                        ""),
                new MergeCase(new Dot(false), "dot()", List.of(ROW, ROW), Shape.of(2, 1), ""),
                new MergeCase(new Dot(true), "cosine()", List.of(ROW, ROW), Shape.of(2, 1), ""),
                new MergeCase(
                        dev.gradus.nn.Layers.bilinear(2),
                        "bilinear(2)",
                        List.of(Shape.of(3), Shape.of(4)),
                        Shape.of(2),
                        "weight[3, 4, 2] bias[2]"),
                new MergeCase(
                        dev.gradus.nn.Layers.crossAttention(2),
                        "crossAttention(2)",
                        List.of(Shape.of(3, 4), Shape.of(5, 3)),
                        Shape.of(3, 4),
                        "query.weight[4, 4] query.bias[4] key.weight[3, 4] key.bias[4] value.weight[3, 4] value.bias[4] output.weight[4, 4] output.bias[4]"),
                new MergeCase(
                        dev.gradus.nn.Layers.crossAttention(1),
                        "crossAttention(1)",
                        List.of(Shape.of(3, 4), Shape.of(2, 3), Shape.of(2, 5)),
                        Shape.of(3, 4),
                        "query.weight[4, 4] query.bias[4] key.weight[3, 4] key.bias[4] value.weight[5, 4] value.bias[4] output.weight[4, 4] output.bias[4]"),
                new MergeCase(
                        dev.gradus.nn.Layers.transformerDecoder(2, 5),
                        "transformerDecoder(2, 5)",
                        List.of(Shape.of(3, 4), Shape.of(5, 4)),
                        Shape.of(3, 4),
                        "attention.queryKeyValue.weight[4, 12] attention.queryKeyValue.bias[12] attention.output.weight[4, 4] attention.output.bias[4] attentionNorm.weight[4] attentionNorm.bias[4] cross.query.weight[4, 4] cross.query.bias[4] cross.key.weight[4, 4] cross.key.bias[4] cross.value.weight[4, 4] cross.value.bias[4] cross.output.weight[4, 4] cross.output.bias[4] crossNorm.weight[4] crossNorm.bias[4] feedForward.expand.weight[4, 5] feedForward.expand.bias[5] feedForward.contract.weight[5, 4] feedForward.contract.bias[4] feedForwardNorm.weight[4] feedForwardNorm.bias[4]"),
                new MergeCase(
                        graph(),
                        "Graph(a [3], b [3] -> sum, 3 stages)",
                        List.of(Shape.of(3), Shape.of(3)),
                        Shape.of(2),
                        "0.weight[3, 2] 0.bias[2]"));
    }

    private static MergeCase alike(MergeSpec spec, String text) {
        return new MergeCase(spec, text, List.of(ROW, ROW, ROW), ROW, "");
    }

    private static Graph.Spec graph() {
        var a = dev.gradus.nn.Layers.input("a", 3);
        var b = dev.gradus.nn.Layers.input("b", 3);
        var both = dev.gradus.nn.Layers.shared(dev.gradus.nn.Layers.dense(2));
        Node sum = dev.gradus.nn.Layers.add(both.on(a), both.on(b)).named("sum");
        return Graph.of(List.of(a, b), sum);
    }

    Merge build(long seed) {
        return spec.build(inputs, Seed.seed(seed));
    }

    /// Returns a graph that is this merge of its inputs, such as a file can hold.
    Graph.Spec alone() {
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < inputs.size(); i++) {
            nodes.add(Node.input("input" + i, inputs.get(i)));
        }
        return Graph.of(nodes, spec.on(nodes.toArray(Node[]::new)).named("merged"));
    }

    String golden() {
        return text + " of " + inputs;
    }

    @Override
    public String toString() {
        return golden();
    }
}
