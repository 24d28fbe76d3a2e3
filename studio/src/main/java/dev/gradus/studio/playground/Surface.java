package dev.gradus.studio.playground;

import java.util.List;

/// How wrong networks are that lie around the path of a run: the loss over a plane through the last
/// epoch, along the two directions in which the path is spread most (Li, Xu, Taylor, Studer and
/// Goldstein, 2018; their directions of the path, without their scaling by filter, which dense layers
/// do not have).
///
/// @param run the run
/// @param epoch the last epoch of the path
/// @param center all weights of the last epoch
/// @param across the first direction
/// @param along the second direction
/// @param shares which part of the spread of the path lies along each
/// @param bounds how far it reaches: from and to along the first direction, from and to along the second
/// @param side how many networks were asked in each direction
/// @param losses loss and price of each, row by row from the lower left corner
record Surface(
        long run,
        long epoch,
        float[] center,
        double[] across,
        double[] along,
        double[] shares,
        double[] bounds,
        int side,
        float[] losses) {
    static final int KIND = 3;

    /// Returns where weights lie in the plane, after they are put down on it.
    float[] place(List<float[]> weights) {
        var u = 0.0;
        var v = 0.0;
        var i = 0;
        for (var part : weights) {
            for (var weight : part) {
                var away = weight - (double) center[i];
                u += away * across[i];
                v += away * along[i];
                i++;
            }
        }
        return new float[] {(float) u, (float) v};
    }

    /// Returns whether a place lies within its bounds.
    boolean holds(float[] place) {
        return place[0] >= bounds[0]
                && place[0] <= bounds[1]
                && place[1] >= bounds[2]
                && place[1] <= bounds[3];
    }

    byte[] bytes() {
        var frame = new FrameWriter();
        frame.whole(KIND, (int) run, (int) epoch, side);
        for (var bound : bounds) {
            frame.numbers((float) bound);
        }
        frame.numbers((float) shares[0], (float) shares[1]);
        frame.numbers(losses);
        return frame.bytes();
    }
}
