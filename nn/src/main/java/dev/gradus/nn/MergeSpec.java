package dev.gradus.nn;

import dev.gradus.nn.graph.Node;
import dev.gradus.tensor.Shape;
import java.util.List;

/// What a [Merge] is to be like before the sizes of its inputs are known, such as `concatenate()`.
@FunctionalInterface
public interface MergeSpec {
    /// Returns the merge for examples of shapes `inputs`, which do not count the axis of the batch.
    /// The same seed gives the same bits.
    Merge build(List<Shape> inputs, Seed seed);

    /// Returns the place in a [dev.gradus.nn.graph.Graph] where this is applied to what `inputs` make.
    default Node on(Node... inputs) {
        return Node.of(this, List.of(inputs));
    }
}
