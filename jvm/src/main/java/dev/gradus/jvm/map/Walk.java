package dev.gradus.jvm.map;

import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.backend.View;
import java.util.Arrays;

/// Moves runs of elements between a strided view and a dense tile, addressed by flat index.
///
/// Neighbouring axes that follow on from each other are walked as one.
final class Walk {
    private final int[] sizes;
    private final int[] strides;
    private final int offset;
    private final int rank;

    Walk(View view) {
        var shape = view.shape();
        var sizes = new int[shape.rank() + 1];
        var strides = new int[shape.rank() + 1];
        var rank = 0;
        for (var axis = 0; axis < shape.rank(); axis++) {
            var size = shape.size(axis);
            var stride = view.stride(axis);
            if (size == 1) {
                continue;
            }
            if (rank > 0 && strides[rank - 1] == stride * size) {
                sizes[rank - 1] *= size;
                strides[rank - 1] = stride;
            } else {
                sizes[rank] = size;
                strides[rank] = stride;
                rank++;
            }
        }
        if (rank == 0) {
            sizes[0] = 1;
            rank = 1;
        }
        this.rank = rank;
        this.sizes = Arrays.copyOf(sizes, rank);
        this.strides = Arrays.copyOf(strides, rank);
        this.offset = view.offset();
    }

    /// Returns how many elements stand in a row before the walk turns a corner.
    int run() {
        return sizes[rank - 1];
    }

    /// Returns whether the same row comes again and again.
    boolean repeatsRows() {
        return rank == 2 && strides[0] == 0;
    }

    /// Returns the place of the element with flat index `start` if the `n` elements from there
    /// stand side by side, else -1.
    int direct(int start, int n) {
        if (strides[rank - 1] != 1 || start % sizes[rank - 1] + n > sizes[rank - 1]) {
            return -1;
        }
        return place(start);
    }

    private int place(int flat) {
        var at = offset;
        var rest = flat;
        for (var axis = rank - 1; axis >= 0; axis--) {
            at += rest % sizes[axis] * strides[axis];
            rest /= sizes[axis];
        }
        return at;
    }

    /// Copies the `n` elements from flat index `start` into the tile `to` from place 0 on.
    void load(Buffer from, int start, int n, Object to) {
        var size = sizes[rank - 1];
        var stride = strides[rank - 1];
        // a row that repeats is laid down once and then doubled
        if (repeatsRows() && start % size == 0 && n > size) {
            copyRun(from, place(start), stride, size, to, 0);
            for (var done = size; done < n; ) {
                var more = Math.min(done, n - done);
                System.arraycopy(to, 0, to, done, more);
                done += more;
            }
            return;
        }
        for (var done = 0; done < n; ) {
            var within = (start + done) % size;
            var at = place(start + done);
            // finding a place takes divisions, going on to the next run of a block does not
            for (var runs = runsLeft(start + done); runs > 0 && done < n; runs--) {
                var length = Math.min(n - done, size - within);
                copyRun(from, at, stride, length, to, done);
                done += length;
                at += nextRun() - within * stride;
                within = 0;
            }
        }
    }

    /// Returns how many runs follow each other at equal distances from the one with element `flat` on.
    private int runsLeft(int flat) {
        return rank == 1 ? 1 : sizes[rank - 2] - flat / sizes[rank - 1] % sizes[rank - 2];
    }

    private int nextRun() {
        return rank == 1 ? 0 : strides[rank - 2];
    }

    /// Copies the first `n` elements of the tile `from` to the places from flat index `start` on.
    void store(Object from, int at, int start, int n, Buffer to) {
        var size = sizes[rank - 1];
        var stride = strides[rank - 1];
        for (var done = 0; done < n; ) {
            var within = (start + done) % size;
            var place = place(start + done);
            for (var runs = runsLeft(start + done); runs > 0 && done < n; runs--) {
                var length = Math.min(n - done, size - within);
                spreadRun(from, at + done, length, to, place, stride);
                done += length;
                place += nextRun() - within * stride;
                within = 0;
            }
        }
    }

    private static void copyRun(Buffer from, int at, int stride, int n, Object to, int toAt) {
        if (stride == 1) {
            System.arraycopy(from.array(), at, to, toAt, n);
            return;
        }
        if (stride == 0) {
            repeat(from, at, n, to, toAt);
            return;
        }
        switch (from) {
            case Buffer.Floats b -> copyRun(b.values, at, stride, n, (float[]) to, toAt);
            case Buffer.Doubles b -> copyRun(b.values, at, stride, n, (double[]) to, toAt);
            case Buffer.Integers b -> copyRun(b.values, at, stride, n, (int[]) to, toAt);
            case Buffer.Longs b -> copyRun(b.values, at, stride, n, (long[]) to, toAt);
            case Buffer.Bytes b -> copyRun(b.values, at, stride, n, (byte[]) to, toAt);
        }
    }

    private static void repeat(Buffer from, int at, int n, Object to, int toAt) {
        switch (from) {
            case Buffer.Floats b -> Arrays.fill((float[]) to, toAt, toAt + n, b.values[at]);
            case Buffer.Doubles b -> Arrays.fill((double[]) to, toAt, toAt + n, b.values[at]);
            case Buffer.Integers b -> Arrays.fill((int[]) to, toAt, toAt + n, b.values[at]);
            case Buffer.Longs b -> Arrays.fill((long[]) to, toAt, toAt + n, b.values[at]);
            case Buffer.Bytes b -> Arrays.fill((byte[]) to, toAt, toAt + n, b.values[at]);
        }
    }

    private static void copyRun(float[] from, int at, int stride, int n, float[] to, int toAt) {
        for (var i = 0; i < n; i++) {
            to[toAt + i] = from[at + i * stride];
        }
    }

    private static void copyRun(double[] from, int at, int stride, int n, double[] to, int toAt) {
        for (var i = 0; i < n; i++) {
            to[toAt + i] = from[at + i * stride];
        }
    }

    private static void copyRun(int[] from, int at, int stride, int n, int[] to, int toAt) {
        for (var i = 0; i < n; i++) {
            to[toAt + i] = from[at + i * stride];
        }
    }

    private static void copyRun(long[] from, int at, int stride, int n, long[] to, int toAt) {
        for (var i = 0; i < n; i++) {
            to[toAt + i] = from[at + i * stride];
        }
    }

    private static void copyRun(byte[] from, int at, int stride, int n, byte[] to, int toAt) {
        for (var i = 0; i < n; i++) {
            to[toAt + i] = from[at + i * stride];
        }
    }

    private static void spreadRun(Object from, int fromAt, int n, Buffer to, int at, int stride) {
        if (stride == 1) {
            System.arraycopy(from, fromAt, to.array(), at, n);
            return;
        }
        for (var i = 0; i < n; i++) {
            switch (to) {
                case Buffer.Floats b -> b.values[at + i * stride] = ((float[]) from)[fromAt + i];
                case Buffer.Doubles b -> b.values[at + i * stride] = ((double[]) from)[fromAt + i];
                case Buffer.Integers b -> b.values[at + i * stride] = ((int[]) from)[fromAt + i];
                case Buffer.Longs b -> b.values[at + i * stride] = ((long[]) from)[fromAt + i];
                case Buffer.Bytes b -> b.values[at + i * stride] = ((byte[]) from)[fromAt + i];
            }
        }
    }
}
