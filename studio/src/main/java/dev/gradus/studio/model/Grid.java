package dev.gradus.studio.model;

import dev.gradus.tensor.Shape;

/// Places in a tensor, counted in row-major order.
final class Grid {
    private Grid() {}

    /// Returns the place of number `flat` along each axis.
    static int[] place(Shape shape, int flat) {
        var place = new int[shape.rank()];
        var rest = flat;
        for (var axis = shape.rank() - 1; axis >= 0; axis--) {
            place[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return place;
    }

    /// Returns the number of the place, or -1 if it lies outside.
    static int number(Shape shape, int... place) {
        var flat = 0;
        for (var axis = 0; axis < place.length; axis++) {
            if (place[axis] < 0 || place[axis] >= shape.size(axis)) {
                return -1;
            }
            flat = flat * shape.size(axis) + place[axis];
        }
        return flat;
    }
}
