package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.tensor.Tensor;

/// Takes one moment out of a sequence: `y = x[time]`.
///
/// @param time which one
record Moment(int time) implements Layer, Inner {
    @Override
    public Tensor apply(Tensor x) {
        return x.slice(1, time, time + 1, 1).squeeze(1);
    }

    // the same for all, so that what is done to each of them is known to be alike
    @Override
    public String toString() {
        return "one moment";
    }
}
