package dev.gradus.nn;

import dev.gradus.tensor.Tensor;

/// A function of one's own as a layer: no public record, because no file could hold it.
///
/// @param name by which tables and messages call it, or nothing
/// @param function what it does; a [Layer], so that parameters it holds are not missed
record Lambda(String name, Layer function) implements Stateless {
    @Override
    public Tensor apply(Tensor x) {
        return function.apply(x);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "lambda(...)" : "lambda(\"" + name + "\", ...)";
    }
}
