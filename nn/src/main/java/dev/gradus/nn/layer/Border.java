package dev.gradus.nn.layer;

import dev.gradus.tensor.Ints;
import dev.gradus.tensor.Shape;
import java.util.List;

/// How many zeros a window needs around the input.
///
/// @param low how many before each spatial axis
/// @param high how many after it
record Border(Ints low, Ints high) {
    /// Returns the border of `[batch, spatial..., channels]` for windows that reach over `reach`
    /// numbers and move by `stride`.
    static Border around(Shape x, Padding padding, List<Integer> reach, List<Integer> stride) {
        var low = new int[reach.size()];
        var high = new int[reach.size()];
        for (var axis = 0; axis < low.length; axis++) {
            switch (padding) {
                case VALID -> {}
                case SAME -> {
                    var missing = missing(x.size(axis + 1), reach.get(axis), stride.get(axis));
                    low[axis] = missing / 2;
                    high[axis] = missing - low[axis];
                }
                case CAUSAL -> low[axis] = reach.get(axis) - 1;
            }
        }
        return new Border(Ints.of(low), Ints.of(high));
    }

    private static int missing(int size, int reach, int stride) {
        return Math.max(0, (Math.ceilDiv(size, stride) - 1) * stride + reach - size);
    }

    boolean isEmpty() {
        return low.allEqual(0) && high.allEqual(0);
    }
}
