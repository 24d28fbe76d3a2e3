package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Gives each example another shape; the numbers and their order stay.
///
/// - input: `[batch, ...]`
/// - output: `[batch, sizes...]`
///
/// @param sizes the sizes without the batch; one may be -1 and is inferred
public record Reshape(List<Integer> sizes) implements Stateless {
    /// Copies the list and checks it.
    public Reshape {
        sizes = List.copyOf(sizes);
        if (sizes.stream().anyMatch(size -> size < -1)
                || sizes.stream().filter(size -> size == -1).count() > 1) {
            throw new IllegalArgumentException(
                    "reshape was given %s: sizes are 0 or more, and at most one is -1, which is inferred"
                            .formatted(sizes));
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        var example = x.shape().range(1, x.rank());
        return x.reshape(Shape.of(x.size(0)).append(filled(example)));
    }

    private Shape filled(Shape example) {
        var known =
                sizes.stream()
                        .filter(size -> size != -1)
                        .mapToInt(size -> size)
                        .reduce(1, Math::multiplyExact);
        var inferred = sizes.contains(-1) && known > 0 ? example.count() / known : 1;
        if ((long) known * inferred != example.count()) {
            throw new ShapeException(
                    "%s cannot hold the %d numbers of an example of shape %s: the sizes must multiply to that"
                            .formatted(this, example.count(), example));
        }
        return Shape.of(sizes.stream().mapToInt(size -> size == -1 ? inferred : size).toArray());
    }

    @Override
    public String toString() {
        var text = sizes.toString();
        return "reshape(" + text.substring(1, text.length() - 1) + ")";
    }
}
