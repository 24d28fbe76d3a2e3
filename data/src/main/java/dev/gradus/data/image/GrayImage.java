package dev.gradus.data.image;

import java.util.Arrays;

/// Holds a picture in shades of gray, from 0 (black) to 255 (white), row by row from the top.
public final class GrayImage {
    private static final float WHITE = 255;

    private final int width;
    private final int height;
    private final float[] values;

    private GrayImage(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /// Returns a picture with these brightnesses, row by row from the top; the array is copied.
    ///
    /// @throws IllegalArgumentException if there is no pixel or `values` does not hold one per
    ///     pixel
    public static GrayImage of(int width, int height, float[] values) {
        if (width < 1 || height < 1 || (long) width * height != values.length) {
            throw new IllegalArgumentException(
                    "a picture of %s x %s pixels cannot be made of %s values"
                            .formatted(width, height, values.length));
        }
        return new GrayImage(width, height, values.clone());
    }

    /// Returns how many pixels a row has.
    public int width() {
        return width;
    }

    /// Returns how many rows there are.
    public int height() {
        return height;
    }

    /// Returns the brightness at column `x` of row `y`.
    public float at(int x, int y) {
        return values[y * width + x];
    }

    /// Returns all brightnesses, row by row from the top, in an array of the caller's own.
    public float[] values() {
        return values.clone();
    }

    /// Returns the negative.
    public GrayImage inverted() {
        var negative = new float[values.length];
        for (var i = 0; i < negative.length; i++) {
            negative[i] = WHITE - values[i];
        }
        return new GrayImage(width, height, negative);
    }

    /// Returns the picture with a dark background: the negative if its border is rather bright.
    public GrayImage onBlack() {
        return borderBrightness() > WHITE / 2 ? inverted() : this;
    }

    /// Returns the average brightness of the outermost pixels.
    public float borderBrightness() {
        var sum = 0.0;
        var count = 0;
        for (var y = 0; y < height; y++) {
            var edge = y == 0 || y == height - 1;
            for (var x = 0; x < width; x += edge ? 1 : Math.max(1, width - 1)) {
                sum += at(x, y);
                count++;
            }
        }
        return (float) (sum / count);
    }

    /// Returns the part inside the empty margin: outer rows and columns are cut off as long as all
    /// their pixels are within `tolerance` of the border's average brightness.
    ///
    /// A picture that is all margin is returned whole.
    public GrayImage trimmed(float tolerance) {
        var background = borderBrightness();
        var left = width;
        var right = -1;
        var top = height;
        var bottom = -1;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                if (Math.abs(at(x, y) - background) > tolerance) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0 ? this : part(left, top, right - left + 1, bottom - top + 1);
    }

    private GrayImage part(int left, int top, int newWidth, int newHeight) {
        var cut = new float[newWidth * newHeight];
        for (var y = 0; y < newHeight; y++) {
            System.arraycopy(values, (top + y) * width + left, cut, y * newWidth, newWidth);
        }
        return new GrayImage(newWidth, newHeight, cut);
    }

    /// Returns the picture at another size. Each new pixel is the average of the area that it
    /// covers of the old picture, so nothing is skipped and thin lines do not vanish.
    public GrayImage scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        var narrowed = new float[newWidth * height];
        for (var y = 0; y < height; y++) {
            averageLine(values, y * width, 1, width, narrowed, y * newWidth, 1, newWidth);
        }
        var scaled = new float[newWidth * newHeight];
        for (var x = 0; x < newWidth; x++) {
            averageLine(narrowed, x, newWidth, height, scaled, x, newWidth, newHeight);
        }
        return new GrayImage(newWidth, newHeight, scaled);
    }

    private static void averageLine(
            float[] from,
            int start,
            int step,
            int count,
            float[] to,
            int at,
            int stride,
            int parts) {
        var covered = (double) count / parts;
        for (var part = 0; part < parts; part++) {
            var begin = part * covered;
            var end = Math.min(count, begin + covered);
            var sum = 0.0;
            for (var i = (int) begin; i < Math.min(count, Math.ceil(end)); i++) {
                var overlap = Math.min(end, i + 1.0) - Math.max(begin, i);
                sum += from[start + i * step] * overlap;
            }
            to[at + part * stride] = (float) (sum / (end - begin));
        }
    }

    /// Returns the whole picture as large as it fits into `newWidth` by `newHeight` with its
    /// proportions kept, in the middle; what is left over has the brightness of the border.
    public GrayImage fitted(int newWidth, int newHeight) {
        var scale = Math.min((double) newWidth / width, (double) newHeight / height);
        var innerWidth = Math.clamp(Math.round(width * scale), 1, newWidth);
        var innerHeight = Math.clamp(Math.round(height * scale), 1, newHeight);
        var inner = scaled(innerWidth, innerHeight);
        var canvas = new float[newWidth * newHeight];
        Arrays.fill(canvas, borderBrightness());
        var left = (newWidth - innerWidth) / 2;
        var top = (newHeight - innerHeight) / 2;
        for (var y = 0; y < innerHeight; y++) {
            System.arraycopy(
                    inner.values, y * innerWidth, canvas, (top + y) * newWidth + left, innerWidth);
        }
        return new GrayImage(newWidth, newHeight, canvas);
    }
}
