package dev.gradus.nn;

import dev.gradus.tensor.Shape;
import java.util.List;

/// What a [Merge] is to be like before the sizes of its inputs are known, such as `concatenate()`.
@FunctionalInterface
public interface MergeSpec {
    /// Returns the merge for examples of shapes `inputs`, which do not count the axis of the batch.
    /// The same seed gives the same bits.
    Merge build(List<Shape> inputs, Seed seed);
}
