package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.cosine;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Losses.crossEntropy;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Node;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Finds what fits a question among very many things: one tower makes a vector of the question, another
/// one of a thing, and what fits lies in the same direction (Yi et al. 2019). The vectors of all things are
/// made once; a question takes one more and a search among neighbours.
///
/// ```java
/// var net = TwoTower.of(question, thing, List.of(128), 64).build(seed(1));
/// var y = net.outputs(questions, things);                  // pairs that belong together
/// optimizer.step(TwoTower.loss(y.get("queryVector"), y.get("itemVector"), 0.05));
/// ```
public final class TwoTower {
    private TwoTower() {}

    /// Returns two towers of dense layers for rows of `query` and `item` features.
    ///
    /// @see #of(Shape, LayerSpec, Shape, LayerSpec)
    public static Graph.Spec of(int query, int item, List<Integer> hidden, int vector) {
        return of(Shape.of(query), tower(hidden, vector), Shape.of(item), tower(hidden, vector));
    }

    private static Sequential.Spec tower(List<Integer> hidden, int vector) {
        var layers = new ArrayList<LayerSpec>();
        hidden.forEach(width -> layers.add(dense(width, RELU)));
        layers.add(dense(vector));
        return new Sequential.Spec(layers);
    }

    /// Returns the network of two towers of your own, which must make vectors of one length.
    ///
    /// - inputs: `query` `[batch, query...]` and `item` `[batch, item...]`
    /// - outputs: `queryVector` and `itemVector`, `[batch, vector]`, and `score`, `[batch, 1]`, the cosine
    ///   of the angle between the two of a row
    public static Graph.Spec of(
            Shape query, LayerSpec queryTower, Shape item, LayerSpec itemTower) {
        var asked = Node.input("query", query);
        var offered = Node.input("item", item);
        var question = asked.then(queryTower).named("queryVector");
        var thing = offered.then(itemTower).named("itemVector");
        return Graph.of(
                List.of(asked, offered), question, thing, cosine(question, thing).named("score"));
    }

    /// Returns the loss of finding the thing that belongs to each question among all things of the batch:
    /// the cross-entropy of `cosine / temperature`.
    ///
    /// @param queries `[batch, vector]`
    /// @param items `[batch, vector]`, the row of each belonging to that of the question
    /// @param temperature how much a small difference counts, such as 0.05; less for more
    public static Tensor loss(Tensor queries, Tensor items, double temperature) {
        return crossEntropy(scores(queries, items, temperature), Tensor.arange(queries.size(0)));
    }

    /// Returns the same, made fair to things that are in many batches because they are asked for often:
    /// the logarithm of how likely each is in a batch is taken from its score.
    ///
    /// @param likely how likely each thing is to be in a batch, `[batch]`, above 0
    public static Tensor loss(Tensor queries, Tensor items, double temperature, Tensor likely) {
        var scores = scores(queries, items, temperature).sub(likely.log());
        return crossEntropy(scores, Tensor.arange(queries.size(0)));
    }

    private static Tensor scores(Tensor queries, Tensor items, double temperature) {
        if (queries.rank() != 2 || !queries.shape().equals(items.shape())) {
            throw new ShapeException(
                    "the vectors of questions are %s and those of things %s: both must be [batch, vector]"
                            .formatted(queries.shape(), items.shape()));
        }
        if (!(temperature > 0)) {
            throw new IllegalArgumentException(
                    "the temperature is %s: give a number above 0, such as 0.05"
                            .formatted(temperature));
        }
        return unit(queries).matmul(unit(items).transpose()).div(temperature);
    }

    private static Tensor unit(Tensor x) {
        return x.div(x.square().sumKeeping(Ints.of(1)).maximum(1e-12).sqrt());
    }
}
