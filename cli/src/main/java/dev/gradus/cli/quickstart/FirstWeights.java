package dev.gradus.cli.quickstart;

import dev.gradus.cli.report.ReportData.Plane;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the first layer with weights looks for: each unit's weights, laid out as what it looks at.
final class FirstWeights {
    private static final int SHOWN = 20;

    private FirstWeights() {}

    /// Returns the planes of the strongest units, strongest first; none where the weights of a unit
    /// do not form one picture.
    static List<Plane> of(Sequential network) {
        var weight =
                Parameters.of(network).entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("weight"))
                        .findFirst();
        if (weight.isEmpty()) {
            return List.of();
        }
        var shape = weight.get().getValue().shape();
        var units = shape.size(-1);
        var looksAt = shape.count() / units;
        var width =
                shape.rank() == 4 && shape.size(2) == 1
                        ? shape.size(1)
                        : shape.rank() == 2 && looksAt == network.input().count()
                                ? network.input().size(1)
                                : 0;
        if (width == 0) {
            return List.of();
        }
        var values = weight.get().getValue().toFloats();
        return IntStream.range(0, units)
                .mapToObj(unit -> plane(values, unit, units, width))
                .sorted(Comparator.comparingDouble(FirstWeights::strength).reversed())
                .limit(SHOWN)
                .toList();
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
