package dev.gradus.nn.loss;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Teaches a network to turn what has the same label to the same direction, and what has another one
/// away, looking most at the pairs that are furthest from where they should be (Sun and others
/// 2020).
///
/// With the cosines `s` of vector `i` and all others, it loses
/// `log(1 + Σ e^(γ aₙ (sₙ - m)) Σ e^(-γ aₚ (sₚ - 1 + m)))`: one sum over those of other labels,
/// with the pace `aₙ = max(0, sₙ + m)`, and one over those of its own, with `aₚ = max(0, 1 + m - sₚ)`.
/// No gradient flows through the paces. A vector without a partner, or without a stranger, loses
/// nothing.
///
/// @param gamma how sharply it looks at the worst pairs
/// @param margin how far from perfect is good enough, above 0 and below 1
public record Circle(double gamma, double margin) {
    /// Far below any logit, yet finite.
    private static final double NEVER = -1e30;

    /// Checks the numbers.
    public Circle {
        Numbers.positive("circle", "gamma", gamma);
        if (!(margin > 0 && margin < 1)) {
            throw new IllegalArgumentException(
                    "circle was given the margin %s: give a number above 0 and below 1, such as 0.25"
                            .formatted(margin));
        }
    }

    /// Returns this loss with another sharpness.
    public Circle gamma(double gamma) {
        return new Circle(gamma, margin);
    }

    /// Returns this loss with another margin.
    public Circle margin(double margin) {
        return new Circle(gamma, margin);
    }

    /// Returns the loss of each vector: `[batch]`.
    ///
    /// @param vectors `[batch, features]`
    /// @param labels whole numbers `[batch]`
    public Tensor each(Tensor vectors, Tensor labels) {
        if (vectors.rank() != 2 || !labels.shape().equals(vectors.shape().range(0, 1))) {
            throw new ShapeException(
                    "circle was given vectors %s and labels %s: give one vector for each example, [batch, features], and one label, [batch]"
                            .formatted(vectors.shape(), labels.shape()));
        }
        var unit = Vectors.unit(vectors);
        var cosine = unit.matmul(unit.transpose());
        var label = labels.cast(DType.INT64);
        var places = Tensor.arange(vectors.size(0));
        var same = label.unsqueeze(1).equal(label);
        var self = places.unsqueeze(1).equal(places);
        var pacePositive = cosine.rsub(1 + margin).relu().detach();
        var paceNegative = cosine.add(margin).relu().detach();
        var positive = pacePositive.mul(cosine.sub(1 - margin)).mul(-gamma);
        var negative = paceNegative.mul(cosine.sub(margin)).mul(gamma);
        return among(positive, same.and(self.not())).add(among(negative, same.not())).softplus();
    }

    private static Tensor among(Tensor logits, Tensor pairs) {
        return pairs.where(logits, Tensor.scalar(NEVER, logits.type())).logSumExp(1);
    }

    /// Returns the mean loss, a scalar: see [#each].
    public Tensor apply(Tensor vectors, Tensor labels) {
        return each(vectors, labels).mean();
    }

    @Override
    public String toString() {
        return "circle()"
                + (gamma == 80 ? "" : ".gamma(" + gamma + ")")
                + (margin == 0.4 ? "" : ".margin(" + margin + ")");
    }
}
