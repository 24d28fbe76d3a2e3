package dev.gradus.nn;

import dev.gradus.tensor.Tensor;
import java.util.List;

/// A step of a network with several inputs: the sum of two branches, attention of one text to another.
///
/// Like a [Layer], one of one's own is a record, and its components are found and named by themselves.
@FunctionalInterface
public interface Merge {
    /// Returns the output for batches, whose first axes count the same examples.
    Tensor apply(List<? extends Tensor> inputs);

    /// Returns the output for batches, whose first axes count the same examples.
    default Tensor apply(Tensor first, Tensor... others) {
        var all = new java.util.ArrayList<Tensor>();
        all.add(first);
        all.addAll(List.of(others));
        return apply(all);
    }
}
