package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// Metrics in which no example counts more than another.
final class Unweighted {
    private Unweighted() {}

    static void check(String metric, Optional<Tensor> weights) {
        if (weights.isPresent()) {
            throw new IllegalArgumentException(
                    "%s knows no weights, but some came: give outputs and targets alone"
                            .formatted(metric));
        }
    }
}
