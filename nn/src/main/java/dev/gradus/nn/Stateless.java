package dev.gradus.nn;

import dev.gradus.tensor.Shape;

/// A layer without parameters, such as `flatten()`: nothing needs to be built, so it is its own
/// spec.
public interface Stateless extends BuiltLayer, LayerSpec {
    @Override
    default Stateless build(Shape input, Seed seed) {
        return this;
    }

    @Override
    default Stateless spec() {
        return this;
    }
}
