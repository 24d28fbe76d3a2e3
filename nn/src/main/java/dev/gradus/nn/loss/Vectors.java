package dev.gradus.nn.loss;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// How alike vectors along the last axis are, with slopes that are finite even for vectors of zeros.
final class Vectors {
    private static final double SMALLEST = 1e-16;

    private Vectors() {}

    /// Returns vectors of length 1.
    static Tensor unit(Tensor x) {
        var square = x.square().sumKeeping(x.shape().axes(-1));
        return x.div(square.maximum(SMALLEST).sqrt());
    }

    /// Returns the cosine of the angle between vectors: `[batch, ...]`.
    static Tensor cosine(Tensor a, Tensor b) {
        return unit(a).mul(unit(b)).sum(-1);
    }

    /// Returns the Euclidean distance, whose slope between equal vectors is 0: `[batch, ...]`.
    static Tensor distance(Tensor a, Tensor b) {
        var square = a.sub(b).square().sum(-1);
        var apart = square.greater(0);
        // 1 in the place of 0, where the root is infinitely steep
        var root = apart.where(square, Tensor.onesLike(square)).sqrt();
        return apart.where(root, Tensor.zerosLike(root));
    }

    /// Refuses vectors of different shapes.
    static void checkAlike(String loss, Tensor a, Tensor b) {
        if (a.rank() == 0 || !a.shape().equals(b.shape())) {
            throw new ShapeException(
                    "%s compares vectors along the last axis, but was given %s and %s: give as many of the same length"
                            .formatted(loss, a.shape(), b.shape()));
        }
    }

    /// Refuses what is not one vector for each example.
    static void checkRows(String loss, Tensor a, Tensor b) {
        checkAlike(loss, a, b);
        if (a.rank() != 2) {
            throw new ShapeException(
                    "%s compares each example with all others, but was given %s: give one vector for each, [batch, features]"
                            .formatted(loss, a.shape()));
        }
    }
}
