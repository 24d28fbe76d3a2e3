package dev.gradus.nn.merge;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Checks what merges share that go number by number.
final class Alike {
    private Alike() {}

    /// Refuses shapes that differ: stretching one to the other here is nearly always a mistake.
    static void check(Object merge, List<? extends Tensor> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(merge + " was given no input: give at least one");
        }
        for (var input : inputs) {
            if (!input.shape().equals(inputs.getFirst().shape())) {
                throw new ShapeException(
                        "%s goes number by number but its inputs have the shapes %s: bring them to one shape first, by dense(...) or reshape(...)"
                                .formatted(merge, inputs.stream().map(Tensor::shape).toList()));
            }
        }
    }

    static void check(Object merge, List<? extends Tensor> inputs, int count) {
        if (inputs.size() != count) {
            throw new IllegalArgumentException(
                    "%s takes %d inputs but was given %d".formatted(merge, count, inputs.size()));
        }
        check(merge, inputs);
    }
}
