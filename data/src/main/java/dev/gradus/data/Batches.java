package dev.gradus.data;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Examples cut into batches of equal size; only the last may be smaller.
///
/// May be walked any number of times, each time with the same bits. [#ahead] prepares the next
/// batches on another thread while the present one is worked on.
public final class Batches implements Iterable<Batch> {
    private final Examples examples;
    private final int size;

    Batches(Examples examples, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(
                    "a batch of %s examples is none: give a size of at least 1".formatted(size));
        }
        this.examples = examples;
        this.size = size;
    }

    /// Returns how many batches there are.
    public int count() {
        return Math.ceilDiv(examples.size(), size);
    }

    /// Returns how many examples the batches hold together.
    public int exampleCount() {
        return examples.size();
    }

    /// Prepares the batch at `index`.
    ///
    /// @throws IndexOutOfBoundsException if there is no such batch
    public Batch get(int index) {
        if (index < 0 || index >= count()) {
            throw new IndexOutOfBoundsException(
                    "there is no batch %s: they go from 0 to %s".formatted(index, count() - 1));
        }
        var first = index * size;
        var held = Math.min(size, examples.size() - first);
        var exampleShape = examples.dataset().exampleShape();
        var shape = exampleShape.insert(0, held);
        var x = new float[shape.count()];
        var y = new long[held];
        for (var i = 0; i < held; i++) {
            examples.copyFeatures(first + i, x, i * exampleShape.count());
            y[i] = examples.label(first + i);
        }
        // nobody else holds the arrays, so the tensors need no copies
        return new Batch(
                Tensor.of(new Buffer.Floats(x), shape),
                Tensor.of(new Buffer.Longs(y), Shape.of(held)));
    }

    @Override
    public Iterator<Batch> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count();
            }

            @Override
            public Batch next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("all %s batches were read".formatted(count()));
                }
                return get(next++);
            }
        };
    }

    /// Starts preparing batches on another thread, at most `most` of them ahead of the reader.
    ///
    /// @throws IllegalArgumentException if `most` is below 1
    public BatchLoader ahead(int most) {
        return new BatchLoader(this, most);
    }
}
