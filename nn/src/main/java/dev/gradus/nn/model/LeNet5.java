package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.SAME;
import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.VALID;
import static dev.gradus.nn.Layers.conv2d;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.meanPool;

import dev.gradus.nn.Sequential;

/// Reads a handwritten digit: the first convolutional network in wide use, and still a good first one
/// to look into (LeCun, Bottou, Bengio and Haffner 1998).
///
/// | layer | makes | parameters |
/// |---|---|---|
/// | 6 filters of 5 × 5 | 28 × 28 × 6 | 156 |
/// | mean of 2 × 2 | 14 × 14 × 6 | |
/// | 16 filters of 5 × 5 | 10 × 10 × 16 | 2,416 |
/// | mean of 2 × 2 | 5 × 5 × 16 | |
/// | dense | 120 | 48,120 |
/// | dense | 84 | 10,164 |
/// | dense | 10 | 850 |
///
/// Together 61,706 parameters, in the form in which it is written today: pooling has no weights of its
/// own, each filter of the second convolution sees all channels, and the last layer gives logits.
/// What it has found out stands in the layer `features`.
public final class LeNet5 {
    private LeNet5() {}

    /// Returns the network for gray pictures of 28 × 28, as of MNIST, or of the paper's 32 × 32.
    ///
    /// - input: `[batch, size, size, 1]`
    /// - output: `[batch, classes]`
    ///
    /// @throws IllegalArgumentException if `size` is another
    public static Sequential.Spec of(int size, int classes) {
        if (size != 28 && size != 32) {
            throw new IllegalArgumentException(
                    "LeNet5 was asked for pictures of %1$d × %1$d: it reads 28 × 28 or 32 × 32"
                            .formatted(size));
        }
        return Sequential.of(
                // small pictures get the empty edge that the paper's have
                conv2d(6, 5, TANH).padding(size == 28 ? SAME : VALID),
                meanPool(2),
                conv2d(16, 5, TANH),
                meanPool(2),
                flatten(),
                dense(120, TANH),
                dense(84, TANH).named("features"),
                dense(classes));
    }
}
