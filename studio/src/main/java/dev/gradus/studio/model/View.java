package dev.gradus.studio.model;

import dev.gradus.tensor.Shape;
import java.util.List;

/// How what a place makes is looked at: as channels, each a picture.
///
/// @param layout how its axes are read
/// @param channels how many pictures it is: filters, features, heads
/// @param rows the height of each
/// @param columns the width of each
record View(Layout layout, int channels, int rows, int columns) {
    /// How the axes of an example are read.
    enum Layout {
        /// Single numbers: each is a channel.
        UNITS,
        /// `[time, features]`: each feature is a line through time.
        SEQUENCE,
        /// `[height, width, channels]`, or with a depth, whose layers stand below each other.
        MAPS,
        /// `[heads, queries, keys]`.
        HEADS
    }

    static View of(Place place) {
        var shape = place.shape();
        if (place.part() instanceof Looks) {
            return new View(Layout.HEADS, shape.size(0), shape.size(1), shape.size(2));
        }
        return switch (shape.rank()) {
            case 0 -> new View(Layout.UNITS, 1, 1, 1);
            case 1 -> new View(Layout.UNITS, shape.size(0), 1, 1);
            case 2 -> new View(Layout.SEQUENCE, shape.size(1), 1, shape.size(0));
            default ->
                    new View(
                            Layout.MAPS,
                            shape.size(-1),
                            shape.range(0, shape.rank() - 2).count(),
                            shape.size(-2));
        };
    }

    /// Tokens come as they are: `[time]` is one line, not as many channels.
    static View ofTokens(Shape shape) {
        return new View(Layout.SEQUENCE, 1, 1, shape.count());
    }

    /// Returns where a number stands, in row-major order.
    int flat(int channel, int row, int column) {
        return layout == Layout.HEADS
                ? (channel * rows + row) * columns + column
                : (row * columns + column) * channels + channel;
    }

    /// Returns channel, row and column of a number that stands at `flat`.
    List<Integer> spot(int flat) {
        if (layout == Layout.HEADS) {
            var each = rows * columns;
            return List.of(flat / each, flat % each / columns, flat % columns);
        }
        var cell = flat / channels;
        return List.of(flat % channels, cell / columns, cell % columns);
    }

    /// Returns one channel, row by row, with every `step`-th row and column.
    float[] channel(float[] numbers, int channel, int step) {
        var high = Math.ceilDiv(rows, step);
        var wide = Math.ceilDiv(columns, step);
        var picked = new float[high * wide];
        for (var row = 0; row < high; row++) {
            for (var column = 0; column < wide; column++) {
                picked[row * wide + column] = numbers[flat(channel, row * step, column * step)];
            }
        }
        return picked;
    }
}
