package dev.gradus.studio.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Some of what a place makes, small enough for a look.
///
/// @param channels which channels were picked; of single numbers, which of them
/// @param rows the height of each picture
/// @param columns the width of each
/// @param whole whether nothing was left out
/// @param numbers the pictures, one after the other
record Sample(List<Integer> channels, int rows, int columns, boolean whole, float[] numbers) {
    /// Picks `tiles` channels at most, of `side` × `side` numbers at most; of single numbers `units`.
    static Sample of(View view, float[] numbers, int tiles, int side, int units) {
        return switch (view.layout()) {
            case UNITS -> {
                var picked = spread(view.channels(), units);
                yield new Sample(
                        picked, 1, 1, picked.size() == view.channels(), at(numbers, picked));
            }
            case SEQUENCE -> sequence(view, numbers, side);
            case MAPS, HEADS -> maps(view, numbers, tiles, side);
        };
    }

    private static float[] at(float[] numbers, List<Integer> places) {
        var picked = new float[places.size()];
        for (var i = 0; i < picked.length; i++) {
            picked[i] = numbers[places.get(i)];
        }
        return picked;
    }

    /// One picture of all: time from left to right, features from top to bottom.
    private static Sample sequence(View view, float[] numbers, int side) {
        var features = spread(view.channels(), side);
        var step = Math.max(1, Math.ceilDiv(view.columns(), 2 * side));
        var wide = Math.ceilDiv(view.columns(), step);
        var picture = new float[features.size() * wide];
        for (var row = 0; row < features.size(); row++) {
            for (var column = 0; column < wide; column++) {
                picture[row * wide + column] =
                        numbers[view.flat(features.get(row), 0, column * step)];
            }
        }
        var whole = features.size() == view.channels() && step == 1;
        return new Sample(List.of(0), features.size(), wide, whole, picture);
    }

    private static Sample maps(View view, float[] numbers, int tiles, int side) {
        var picked = spread(view.channels(), tiles);
        var step = Math.max(1, Math.ceilDiv(Math.max(view.rows(), view.columns()), side));
        var high = Math.ceilDiv(view.rows(), step);
        var wide = Math.ceilDiv(view.columns(), step);
        var all = new float[picked.size() * high * wide];
        for (var i = 0; i < picked.size(); i++) {
            var one = view.channel(numbers, picked.get(i), step);
            System.arraycopy(one, 0, all, i * high * wide, one.length);
        }
        return new Sample(picked, high, wide, picked.size() == view.channels() && step == 1, all);
    }

    /// Returns `most` numbers below `count` at most, as evenly apart as they can be.
    static List<Integer> spread(int count, int most) {
        if (count <= most) {
            return IntStream.range(0, count).boxed().toList();
        }
        var picked = new ArrayList<Integer>();
        for (var i = 0; i < most; i++) {
            picked.add((int) ((long) i * count / most));
        }
        return picked;
    }
}
