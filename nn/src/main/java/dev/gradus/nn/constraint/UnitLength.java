package dev.gradus.nn.constraint;

import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Brings the vector of weights that leads to a unit to the length 1, so that only directions are
/// learned: `unitLength()`.
///
/// @param axes the axes along which lengths are measured; if empty, all but the last, which are the
///     weights that lead to one output
public record UnitLength(List<Integer> axes) implements Constraint {
    /// Copies the list.
    public UnitLength {
        axes = List.copyOf(axes);
    }

    /// Returns this constraint with lengths along other axes.
    public UnitLength axes(int... chosen) {
        return new UnitLength(Arrays.stream(chosen).boxed().toList());
    }

    @Override
    public Tensor apply(Tensor weight) {
        var lengths = Lengths.of(weight, axes);
        return Lengths.scaled(weight, lengths, Tensor.onesLike(lengths));
    }

    @Override
    public String toString() {
        return Call.of("unitLength").axes(axes).toString();
    }
}
