package dev.gradus.nn.regularizer;

import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// A price on units that look for the same, so that each adds something new: the mean absolute
/// cosine between any two of them (Brock and others 2017).
///
/// The vectors compared are the columns of a weight, one for each output; of a convolution each
/// holds all numbers of a filter. With their `n` unit vectors `u` the price is
/// `strength Σ |uᵢ · uⱼ| / (n (n - 1) / 2)` over all pairs. In Keras this is the mode `columns`.
///
/// @param strength the price
public record Orthogonality(double strength) implements Regularizer {
    private static final double SMALLEST = 1e-16;

    /// Checks the price.
    public Orthogonality {
        Price.check("orthogonality", strength);
    }

    @Override
    public Tensor penalty(Tensor weight) {
        if (weight.rank() < 2) {
            throw new ShapeException(
                    "orthogonality was given a weight %s: it compares the columns of weights with two axes or more"
                            .formatted(weight.shape()));
        }
        var outputs = weight.size(-1);
        if (outputs < 2) {
            return Tensor.scalar(0, weight.type());
        }
        var columns = weight.reshape(weight.count() / outputs, outputs);
        var square = columns.square().sumKeeping(columns.shape().axes(0));
        var unit = columns.div(square.maximum(SMALLEST).sqrt());
        var cosine = unit.transpose().matmul(unit);
        var places = Tensor.arange(outputs);
        var pair = places.unsqueeze(1).less(places);
        var pairs = outputs * (outputs - 1.0) / 2;
        return pair.where(cosine.abs(), Tensor.zerosLike(cosine)).sum().mul(strength / pairs);
    }

    @Override
    public String toString() {
        return "orthogonality(" + strength + ")";
    }
}
