package dev.gradus.train.metric;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import java.util.Optional;

/// A batch of numbers beside what they should be: `[batch]`, `[batch, 1]`, or `[batch, outputs...]`.
final class Paired {
    private final Buffer outputs;
    private final Buffer targets;
    private final Weights weights;
    private final int size;
    private final int width;

    private Paired(Tensor outputs, Tensor targets, Weights weights, int size, int width) {
        this.outputs = outputs.buffer();
        this.targets = targets.buffer();
        this.weights = weights;
        this.size = size;
        this.width = width;
    }

    static Paired of(String metric, Tensor outputs, Tensor targets, Optional<Tensor> weights) {
        if (outputs.rank() == 0
                || !Axes.withoutLastOne(outputs).equals(Axes.withoutLastOne(targets))) {
            throw new ShapeException(
                    "%s compares numbers one by one, but outputs are %s and targets %s: give both as [batch] or [batch, outputs]"
                            .formatted(metric, outputs.shape(), targets.shape()));
        }
        var size = outputs.size(0);
        var width = outputs.shape().range(1, outputs.rank()).count();
        return new Paired(outputs, targets, Weights.of(weights, size), size, width);
    }

    int size() {
        return size;
    }

    /// Returns how many numbers an example has.
    int width() {
        return width;
    }

    double output(int i, int unit) {
        return outputs.getDouble(i * width + unit);
    }

    double target(int i, int unit) {
        return targets.getDouble(i * width + unit);
    }

    double weight(int i) {
        return weights.of(i);
    }
}
