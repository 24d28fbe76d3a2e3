package dev.gradus.data;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The pieces of equal size in which a network reads a text, and what it is to say at each place: the
/// character that comes next.
///
/// In a batch `x` holds windows `[n, size]` and `y` the same moved on by one character, both `int64`.
public final class TextWindows {
    private final Text text;
    private final int size;

    TextWindows(Text text, int size) {
        if (size < 1 || size >= text.length()) {
            throw new IllegalArgumentException(
                    "windows of %d characters were to be cut from a text of %d: a window has at least 1, and one must follow it"
                            .formatted(size, text.length()));
        }
        this.text = text;
        this.size = size;
    }

    /// Returns how many characters a window has.
    public int size() {
        return size;
    }

    /// Returns how many windows there are, one beginning at each character that enough others follow.
    public int count() {
        return text.length() - size;
    }

    /// Returns `n` windows drawn by lot, which may overlap. The lot depends on the seed alone; give each
    /// step one of its own.
    public Batch batch(int n, long seed) {
        checkSize(n);
        var lot = new RandomOrder(seed, 0);
        return batch(IntStream.range(0, n).map(_ -> lot.below(count())));
    }

    /// Returns windows side by side from the beginning on, `n` at a time, so that each character is
    /// judged once; the last batch holds what is left over, and a rest shorter than a window is left out.
    public Stream<Batch> inOrder(int n) {
        checkSize(n);
        var all = (text.length() - 1) / size;
        return IntStream.range(0, Math.ceilDiv(all, n))
                .mapToObj(i ->
                        batch(
                                IntStream.range(i * n, Math.min(all, (i + 1) * n))
                                        .map(window -> window * size)));
    }

    private static void checkSize(int n) {
        if (n < 1) {
            throw new IllegalArgumentException(
                    "a batch of %d windows is none: give a size of at least 1".formatted(n));
        }
    }

    private Batch batch(IntStream starts) {
        var from = starts.toArray();
        var x = new long[from.length * size];
        var y = new long[x.length];
        for (var i = 0; i < from.length; i++) {
            text.copy(from[i], size, x, i * size);
            text.copy(from[i] + 1, size, y, i * size);
        }
        var shape = Shape.of(from.length, size);
        // nobody else holds the arrays, so the tensors need no copies
        return new Batch(
                Tensor.of(new Buffer.Longs(x), shape), Tensor.of(new Buffer.Longs(y), shape));
    }
}
