package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.RELU;
import static dev.gradus.nn.Layers.add;
import static dev.gradus.nn.Layers.concat;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.embedding;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.input;

import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Node;
import java.util.ArrayList;
import java.util.List;

/// Judges rows of a table with categories in it, such as whether someone will like an app: a wide part
/// remembers which combinations go together, a deep part generalises to those never seen, and both are
/// trained as one (Cheng et al. 2016).
///
/// The wide part is one weight for each of its inputs, which are 0 or 1: such as whether "installed A" and
/// "shown B" hold at once. The deep part gives each category a vector, puts the plain numbers beside them
/// and passes all through dense layers. The logits of both are added.
public final class WideAndDeep {
    private WideAndDeep() {}

    /// Returns the network.
    ///
    /// - inputs: `wide`, `[batch, wide]`; `numbers`, `[batch, numbers]`; and for each category
    ///   `category0`, `category1` and so on, whole numbers `[batch, 1]`
    /// - output: `logit`, `[batch, 1]`
    ///
    /// Its parameters are `wide`, `vocabulary × vector` for each category, and those of the dense layers,
    /// of which the first has `numbers + vector × categories` inputs and the last makes one number.
    ///
    /// @param wide how many inputs the wide part has
    /// @param numbers how many plain numbers a row has
    /// @param vocabularies how many values each category has
    /// @param vector how many numbers stand for a category
    /// @param hidden the widths of the dense layers, `1024, 512, 256` in the paper
    public static Graph.Spec of(
            int wide, int numbers, List<Integer> vocabularies, int vector, int... hidden) {
        var crossed = input("wide", wide);
        var plain = input("numbers", numbers);
        var inputs = new ArrayList<>(List.of(crossed, plain));
        var beside = new ArrayList<>(List.of(plain));
        for (var i = 0; i < vocabularies.size(); i++) {
            var category = input("category" + i, 1);
            inputs.add(category);
            var looked = category.then(embedding(vocabularies.get(i), vector));
            beside.add(looked.named("vector" + i).then(flatten()));
        }
        var deep = concat(beside.toArray(Node[]::new));
        for (var i = 0; i < hidden.length; i++) {
            deep = deep.then(dense(hidden[i], RELU)).named("hidden" + i);
        }
        var logit =
                add(
                        // one bias serves for both
                        crossed.then(dense(1).withoutBias()).named("remembered"),
                        deep.then(dense(1)).named("generalised"));
        return Graph.of(inputs, logit.named("logit"));
    }
}
