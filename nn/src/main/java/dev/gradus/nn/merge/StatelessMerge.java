package dev.gradus.nn.merge;

import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import java.util.List;

/// A merge without parameters, such as the sum of two branches: nothing needs to be built, so it is its
/// own spec.
public interface StatelessMerge extends Merge, MergeSpec {
    @Override
    default StatelessMerge build(List<Shape> inputs, Seed seed) {
        return this;
    }
}
