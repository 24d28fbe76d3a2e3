package dev.gradus.cli.quickstart;

import dev.gradus.cli.report.ReportData.Plane;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// What the first layer with weights learned: how training changed the weights of its units, each laid
/// out as what the unit looks at.
///
/// The change shows it and not the weights themselves, in which what they began with, which is chance,
/// hides it.
final class FirstWeights {
    private static final int SHOWN = 20;

    private FirstWeights() {}

    /// Returns the planes of the units that changed most; none where the weights of a unit do not form
    /// one picture.
    ///
    /// @param start the same network as it began
    static List<Plane> learned(Sequential network, Sequential start) {
        var trained = Parameters.of(network);
        var name = trained.keySet().stream().filter(it -> it.endsWith("weight")).findFirst();
        if (name.isEmpty()) {
            return List.of();
        }
        var weight = Objects.requireNonNull(trained.get(name.get()));
        var before = Objects.requireNonNull(Parameters.of(start).get(name.get()));
        var width = width(weight.shape(), network.input());
        if (width == 0) {
            return List.of();
        }
        var change = weight.sub(before).toFloats();
        var units = weight.shape().size(-1);
        return IntStream.range(0, units)
                .mapToObj(unit -> plane(change, unit, units, width))
                .sorted(Comparator.comparingDouble(FirstWeights::strength).reversed())
                .limit(SHOWN)
                .toList();
    }

    /// Returns how wide the picture is that a unit looks at, or 0 if it looks at none.
    private static int width(Shape weight, Shape input) {
        if (weight.rank() == 4 && weight.size(2) == 1) {
            return weight.size(1);
        }
        return weight.rank() == 2 && weight.size(0) == input.count() ? input.size(1) : 0;
    }

    private static Plane plane(float[] values, int unit, int units, int width) {
        var own = new ArrayList<Float>();
        for (var i = unit; i < values.length; i += units) {
            own.add(values[i]);
        }
        return new Plane("unit " + (unit + 1), width, own);
    }

    private static double strength(Plane plane) {
        return plane.values().stream().mapToDouble(value -> (double) value * value).sum();
    }
}
