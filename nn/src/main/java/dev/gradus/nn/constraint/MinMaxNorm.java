package dev.gradus.nn.constraint;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Brings the length of the vector of weights that leads to a unit between two limits, at once or
/// slowly: `minMaxNorm(0.5, 2)`.
///
/// The length becomes `rate × clamp(length, least, most) + (1 - rate) × length`.
///
/// @param least the least length; a vector of zeros stays one
/// @param most the greatest length
/// @param rate how much of the way is gone in each step, at least 0 and at most 1
/// @param axes the axes along which lengths are measured; if empty, all but the last, which are the
///     weights that lead to one output
public record MinMaxNorm(double least, double most, double rate, List<Integer> axes)
        implements Constraint {
    /// Checks the numbers.
    public MinMaxNorm {
        Require.atLeast("minMaxNorm's least length", least, 0);
        Require.atLeast("minMaxNorm's greatest length", most, least);
        Require.shareOrAll("minMaxNorm's rate", rate);
        axes = List.copyOf(axes);
    }

    /// Returns this constraint with lengths that go only a part of the way in each step.
    public MinMaxNorm rate(double part) {
        return new MinMaxNorm(least, most, part, axes);
    }

    /// Returns this constraint with lengths along other axes.
    public MinMaxNorm axes(int... chosen) {
        return new MinMaxNorm(least, most, rate, Arrays.stream(chosen).boxed().toList());
    }

    @Override
    public Tensor apply(Tensor weight) {
        var lengths = Lengths.of(weight, axes);
        var within = lengths.clamp(least, most);
        var wanted = rate == 1 ? within : within.mul(rate).add(lengths.mul(1 - rate));
        return Lengths.scaled(weight, lengths, wanted);
    }

    @Override
    public String toString() {
        return Call.of("minMaxNorm")
                .with(least)
                .with(most)
                .unless(rate, 1, "rate")
                .axes(axes)
                .toString();
    }
}
