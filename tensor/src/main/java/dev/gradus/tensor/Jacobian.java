package dev.gradus.tensor;

import java.util.ArrayList;
import java.util.List;

/// How each number of a result changes with each number it was made from: derivatives of several numbers,
/// and second derivatives.
///
/// All are tensors with gradients of their own.
public final class Jacobian {
    private Jacobian() {}

    /// Returns the Jacobian of `y` with respect to `x`: entry `[i..., j...]` says how much number `i...` of
    /// `y` changes with number `j...` of `x`. Its shape is that of `y` followed by that of `x`.
    ///
    /// It takes one walk back for each number of `y`: meant for results of few numbers.
    ///
    /// ```java
    /// var slopes = Jacobian.of(x.square(), x);   // 2 x along the diagonal
    /// ```
    ///
    /// @throws IllegalArgumentException if `y` or `x` is not floating-point
    public static Tensor of(Tensor y, Tensor x) {
        var shape = y.shape().append(x.shape());
        var flat = y.flatten();
        if (flat.count() == 0) {
            return Tensor.zeros(shape.toArray()).cast(x.type());
        }
        var rows = new ArrayList<Tensor>();
        var units = Tensor.eye(flat.count()).cast(y.type());
        for (var i = 0; i < flat.count(); i++) {
            rows.add(Gradients.of(flat, units.get(i), List.of(x)).getFirst());
        }
        return Tensor.stack(0, rows.toArray(Tensor[]::new)).reshape(shape);
    }

    /// Returns the Hessian of the scalar `y`, its second derivatives: entry `[i..., j...]` says how much the
    /// slope in direction `i...` changes with number `j...` of `x`.
    ///
    /// @throws IllegalArgumentException if `y` is not a single floating-point number
    public static Tensor hessian(Tensor y, Tensor x) {
        return of(Gradients.of(y, x), x);
    }

    /// Returns the product of the Hessian of the scalar `y` with `direction`, without ever building the
    /// Hessian: for networks, whose Hessian has the square of as many numbers as there are weights
    /// (Pearlmutter 1994).
    ///
    /// @param direction of the shape of `x`
    /// @throws IllegalArgumentException if `y` is not a single floating-point number
    /// @throws ShapeException if the direction has another shape
    public static Tensor hessianVectorProduct(Tensor y, Tensor x, Tensor direction) {
        return hessianVectorProduct(y, List.of(x), List.of(direction)).getFirst();
    }

    /// Returns the same for several tensors, all weights of a network perhaps: one product for each.
    ///
    /// @param directions one of the shape of each of `xs`
    /// @throws IllegalArgumentException if `y` is not a single floating-point number
    /// @throws ShapeException if a direction has another shape
    public static List<Tensor> hessianVectorProduct(
            Tensor y, List<? extends Tensor> xs, List<? extends Tensor> directions) {
        if (!xs.stream()
                .map(Tensor::shape)
                .toList()
                .equals(directions.stream().map(Tensor::shape).toList())) {
            throw new ShapeException(
                    "directions of shapes %s were given for tensors of shapes %s: give one of the same shape for each"
                            .formatted(
                                    directions.stream().map(Tensor::shape).toList(),
                                    xs.stream().map(Tensor::shape).toList()));
        }
        var slopes = Gradients.of(y, xs);
        var along = Tensor.scalar(0, y.type());
        for (var i = 0; i < xs.size(); i++) {
            // the direction is where to look, not something to be looked at
            along = along.add(slopes.get(i).mul(directions.get(i).detach()).sum());
        }
        return Gradients.of(along, xs);
    }
}
