package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// Brings the axes of each example into another order: `permute(2, 1)` makes the steps of a sequence
/// its features. Axis 0 is the batch and stays, so the axes of an example are counted from 1.
///
/// - input: `[batch, ...]`
/// - output: `[batch, ...]`, where axis `i` is axis `order[i - 1]` of the input
///
/// @param order each axis of an example once, from 1
public record Permute(List<Integer> order) implements Stateless {
    /// Copies the list and checks it.
    public Permute {
        order = List.copyOf(order);
        var axes = IntStream.rangeClosed(1, order.size()).boxed().toList();
        if (!order.stream().sorted().toList().equals(axes)) {
            throw new IllegalArgumentException(
                    "permute was given %s: name each axis of an example once, counted from 1, such as permute(2, 1)"
                            .formatted(order));
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        if (x.rank() != order.size() + 1) {
            throw new ShapeException(
                    "%s orders %d axes after the batch but receives %d (input %s)"
                            .formatted(this, order.size(), x.rank() - 1, x.shape()));
        }
        return x.permute(
                IntStream.concat(IntStream.of(0), order.stream().mapToInt(i -> i)).toArray());
    }

    @Override
    public String toString() {
        return "permute(" + PerAxis.text(order) + ")";
    }
}
