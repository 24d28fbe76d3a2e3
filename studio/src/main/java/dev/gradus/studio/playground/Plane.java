package dev.gradus.studio.playground;

import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A grid of places in the plane, row by row from the upper left corner.
final class Plane {
    /// How far the plane of a neuron reaches from its middle, in each direction.
    static final double REACH = 6;

    /// How far that of the whole network reaches to left and right: it is shown wider than high.
    static final double WIDE_REACH = 7.2;

    private Plane() {}

    /// Returns the places of a grid with `side` places in each row: `[side × side, 2]`.
    ///
    /// @param reach how far it reaches to left and right
    static Tensor grid(int side, double reach) {
        var places = new ArrayList<PointSet.Point>();
        for (var row = 0; row < side; row++) {
            for (var column = 0; column < side; column++) {
                places.add(
                        new PointSet.Point(
                                reach * share(column, side), -REACH * share(row, side), 0));
            }
        }
        return Experiment.coordinates(places);
    }

    private static double share(int i, int side) {
        return 2.0 * i / (side - 1) - 1;
    }

    /// Returns a single place: `[1, 2]`.
    static Tensor place(double x, double y) {
        return Experiment.coordinates(List.of(new PointSet.Point(x, y, 0)));
    }
}
