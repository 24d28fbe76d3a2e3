package dev.gradus.studio.model;

import dev.gradus.nn.Merge;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// What the heads of an attention take from where they look: the mean of the values, each weighed by the
/// look, the heads side by side.
///
/// - inputs: the looks `[batch, heads, queries, keys]`, and the values, beside queries and keys or alone
/// - output: `[batch, time, features]`
///
/// @param looks where they look
record Takes(Looks looks) implements Merge, Inner {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        var found = inputs.getFirst().matmul(looks.values(inputs.getLast()));
        return found.permute(0, 2, 1, 3)
                .reshape(found.size(0), found.size(2), found.size(1) * found.size(3));
    }

    @Override
    public String toString() {
        return "values, weighed by the looks";
    }
}
