package dev.gradus.jvm.window;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Lists, for every place of one grid, the places of another grid that it has to do with.
///
/// They are the same for every image and every call, so they are made once for a shape.
final class PlaceLists {

    private int[] places = new int[16];
    private int size;
    private final int[] ends;
    private int closed;

    PlaceLists(int count) {
        ends = new int[count + 1];
    }

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = place;
    }

    void closeList() {
        ends[++closed] = size;
    }

    /// Gives all lists one after the other.
    int[] places() {
        return places;
    }

    /// Says where the list of `place` begins; it ends where that of `place + 1` begins.
    int begin(int place) {
        return ends[place];
    }

    /// Tells whether list `second` is list `first` with all places moved on by `step`.
    boolean isMoved(int first, int second, int step) {
        int length = begin(first + 1) - begin(first);
        if (begin(second + 1) - begin(second) != length) {
            return false;
        }
        for (int q = 0; q < length; q++) {
            if (places[begin(second) + q] != places[begin(first) + q] + step) {
                return false;
            }
        }
        return true;
    }

    /// Gives the length of the shortest list, 0 if there is none.
    int shortest() {
        return lengths().min().orElse(0);
    }

    /// Gives the length of the longest list, 0 if there is none.
    int longest() {
        return lengths().max().orElse(0);
    }

    private IntStream lengths() {
        return IntStream.range(0, count()).map(place -> begin(place + 1) - begin(place));
    }

    /// Counts the lists.
    int count() {
        return ends.length - 1;
    }
}
