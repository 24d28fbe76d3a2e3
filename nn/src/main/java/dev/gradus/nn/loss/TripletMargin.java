package dev.gradus.nn.loss;

import dev.gradus.tensor.Tensor;
import java.util.function.BinaryOperator;

/// Asks of an anchor to be nearer to something of its kind than to something else, by a margin
/// (Schroff and others 2015).
///
/// A triplet loses `max(0, d(anchor, positive) - d(anchor, negative) + margin)`, where `d` is the
/// Euclidean distance unless another one is given.
///
/// ```java
/// var loss = tripletMargin().apply(net.apply(face), net.apply(samePerson), net.apply(another));
/// ```
///
/// @param margin how much nearer is near enough
/// @param swap whether the positive takes the place of the anchor where it lies nearer to the negative
///     (Balntas and others 2016)
/// @param distance from two tensors `[batch, ..., features]` to their distances `[batch, ...]`
public record TripletMargin(double margin, boolean swap, BinaryOperator<Tensor> distance) {
    /// Checks the number.
    public TripletMargin {
        Numbers.positive("tripletMargin", "margin", margin);
    }

    /// Returns this loss with the Euclidean distance.
    ///
    /// @param margin how much nearer is near enough
    public TripletMargin(double margin) {
        this(margin, false, Vectors::distance);
    }

    /// Returns this loss with another margin.
    public TripletMargin margin(double margin) {
        return new TripletMargin(margin, swap, distance);
    }

    /// Returns this loss with the nearer of anchor and positive compared with the negative.
    public TripletMargin swapping() {
        return new TripletMargin(margin, true, distance);
    }

    /// Returns this loss with a distance of one's own, such as `(a, b) -> a.sub(b).abs().sum(-1)`.
    public TripletMargin distance(BinaryOperator<Tensor> distance) {
        return new TripletMargin(margin, swap, distance);
    }

    /// Returns the loss of each triplet: `[batch, ...]`.
    ///
    /// @param anchor vectors `[batch, ..., features]`
    /// @param positive vectors of the same kinds
    /// @param negative vectors of other kinds
    public Tensor each(Tensor anchor, Tensor positive, Tensor negative) {
        Vectors.checkAlike("tripletMargin", anchor, positive);
        Vectors.checkAlike("tripletMargin", anchor, negative);
        var near = distance.apply(anchor, positive);
        var far = distance.apply(anchor, negative);
        var nearest = swap ? far.minimum(distance.apply(positive, negative)) : far;
        return near.sub(nearest).add(margin).relu();
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor anchor, Tensor positive, Tensor negative) {
        return each(anchor, positive, negative).mean();
    }

    @Override
    public String toString() {
        return "tripletMargin()"
                + (margin == 1 ? "" : ".margin(" + margin + ")")
                + (swap ? ".swapping()" : "");
    }
}
