package dev.gradus.nn.constraint;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Shortens the vector of weights that leads to a unit when it is longer than `most`, so that no
/// unit shouts the others down (Srebro and Shraibman 2005): `maxNorm(3)`.
///
/// @param most the greatest length
/// @param axes the axes along which lengths are measured; if empty, all but the last, which are the
///     weights that lead to one output
public record MaxNorm(double most, List<Integer> axes) implements Constraint {
    /// Checks the length.
    public MaxNorm {
        Require.atLeast("maxNorm's length", most, 0);
        axes = List.copyOf(axes);
    }

    /// Returns this constraint with lengths along other axes.
    public MaxNorm axes(int... chosen) {
        return new MaxNorm(most, Arrays.stream(chosen).boxed().toList());
    }

    @Override
    public Tensor apply(Tensor weight) {
        var lengths = Lengths.of(weight, axes);
        return Lengths.scaled(weight, lengths, lengths.minimum(most));
    }

    @Override
    public String toString() {
        return Call.of("maxNorm").with(most).axes(axes).toString();
    }
}
