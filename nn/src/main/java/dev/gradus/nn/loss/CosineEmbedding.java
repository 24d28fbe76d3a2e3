package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;

/// Turns pairs that belong together to the same direction, and others away from each other.
///
/// A pair loses `1 - cos` if it belongs together, else `max(0, cos - margin)`.
///
/// ```java
/// var loss = cosineEmbedding().apply(net.apply(first), net.apply(second), together);
/// ```
///
/// @param margin the cosine at which a pair is far enough apart, from -1 to 1
public record CosineEmbedding(double margin) {
    /// Checks the number.
    public CosineEmbedding {
        if (!(margin >= -1 && margin <= 1)) {
            throw new IllegalArgumentException(
                    "cosineEmbedding was given the margin %s: it is a cosine, from -1 to 1"
                            .formatted(margin));
        }
    }

    /// Returns this loss with another margin.
    public CosineEmbedding margin(double margin) {
        return new CosineEmbedding(margin);
    }

    /// Returns the loss of each pair: `[batch, ...]`.
    ///
    /// @param first vectors `[batch, ..., features]`
    /// @param second vectors of the same shape
    /// @param together truth values, or numbers of which those above 0 mean yes, `[batch, ...]`
    public Tensor each(Tensor first, Tensor second, Tensor together) {
        Vectors.checkAlike("cosineEmbedding", first, second);
        var cosine = Vectors.cosine(first, second);
        return Signs.of(this, cosine, together)
                .greater(0)
                .where(cosine.rsub(1), cosine.sub(margin).relu());
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor first, Tensor second, Tensor together) {
        return each(first, second, together).mean();
    }

    @Override
    public String toString() {
        return "cosineEmbedding()" + (margin == 0 ? "" : ".margin(" + margin + ")");
    }
}
