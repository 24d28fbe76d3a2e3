package dev.gradus.data;

import dev.gradus.tensor.Tensor;

/// A handful of examples that a network sees at once.
///
/// @param x what goes in: `[n, ...example shape]`, float32, preprocessed; of texts the characters,
///     int64
/// @param y what is to come out: the label of each, `[n]`, int64; of texts the characters that follow,
///     `[n, size]`, int64
public record Batch(Tensor x, Tensor y) {
    /// Returns how many examples there are.
    public int size() {
        return x.shape().size(0);
    }
}
