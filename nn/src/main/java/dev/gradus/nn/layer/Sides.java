package dev.gradus.nn.layer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import java.util.List;

/// How much lies before and after each spatial axis, which borders and crops have in common.
///
/// @param before how many before the first, one number for all axes or one for each
/// @param after how many after the last
record Sides(List<Integer> before, List<Integer> after) {
    /// Checks what the layer called `name` was given.
    void check(String name) {
        Require.oneOrEach(name, "number before", before);
        Require.oneOrEach(name, "number after", after);
        Require.notNegative(name, "before", before);
        Require.notNegative(name, "after", after);
    }

    /// Returns the same sides with a number for each spatial axis of `x`.
    Sides along(Object layer, Shape x) {
        var axes = Windows.spatialAxes(layer, x).size();
        return new Sides(PerAxis.along(layer, before, axes), PerAxis.along(layer, after, axes));
    }

    String text(String name) {
        return Call.of(name)
                .with(PerAxis.text(before))
                .then(!after.equals(before), "after(" + PerAxis.text(after) + ")")
                .toString();
    }
}
