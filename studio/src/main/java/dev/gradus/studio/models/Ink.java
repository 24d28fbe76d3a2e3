package dev.gradus.studio.models;

import dev.gradus.data.image.GrayImage;
import java.util.List;

/// A round pen: draws bright curves on black.
final class Ink {
    private static final int SIDE = 56;
    private static final float FULL = 255;

    private Ink() {}

    /// Draws strokes as large as they fit.
    ///
    /// @param strokes places close to each other, in any unit
    /// @param width how wide the pen is, in the same unit
    static GrayImage draw(List<List<double[]>> strokes, double width) {
        var low = new double[] {Double.MAX_VALUE, Double.MAX_VALUE};
        var high = new double[] {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (var place : strokes.stream().flatMap(List::stream).toList()) {
            for (var axis = 0; axis < 2; axis++) {
                low[axis] = Math.min(low[axis], place[axis] - width);
                high[axis] = Math.max(high[axis], place[axis] + width);
            }
        }
        var scale = SIDE / Math.max(high[0] - low[0], high[1] - low[1]);
        var canvas = new float[SIDE * SIDE];
        for (var stroke : strokes) {
            for (var i = 1; i < stroke.size(); i++) {
                line(
                        canvas,
                        onto(stroke.get(i - 1), low, scale),
                        onto(stroke.get(i), low, scale),
                        width * scale / 2);
            }
        }
        return GrayImage.of(SIDE, SIDE, canvas);
    }

    private static double[] onto(double[] place, double[] low, double scale) {
        return new double[] {(place[0] - low[0]) * scale, (place[1] - low[1]) * scale};
    }

    /// A pixel that the edge of the pen goes through is partly bright.
    private static void line(float[] canvas, double[] from, double[] to, double radius) {
        var reach = radius + 1;
        var left = Math.max(0, (int) (Math.min(from[0], to[0]) - reach));
        var right = Math.min(SIDE - 1, (int) (Math.max(from[0], to[0]) + reach));
        var top = Math.max(0, (int) (Math.min(from[1], to[1]) - reach));
        var bottom = Math.min(SIDE - 1, (int) (Math.max(from[1], to[1]) + reach));
        for (var y = top; y <= bottom; y++) {
            for (var x = left; x <= right; x++) {
                var inside = radius + 0.5 - distance(x + 0.5, y + 0.5, from, to);
                var bright = FULL * (float) Math.clamp(inside, 0, 1);
                canvas[y * SIDE + x] = Math.max(canvas[y * SIDE + x], bright);
            }
        }
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        var alongX = to[0] - from[0];
        var alongY = to[1] - from[1];
        var square = alongX * alongX + alongY * alongY;
        var t =
                square == 0
                        ? 0
                        : Math.clamp(
                                ((x - from[0]) * alongX + (y - from[1]) * alongY) / square, 0, 1);
        var offX = x - from[0] - t * alongX;
        var offY = y - from[1] - t * alongY;
        return Math.sqrt(offX * offX + offY * offY);
    }
}
