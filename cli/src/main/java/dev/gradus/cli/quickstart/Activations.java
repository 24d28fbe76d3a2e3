package dev.gradus.cli.quickstart;

import dev.gradus.cli.report.ReportData.Place;
import dev.gradus.cli.report.ReportData.Plane;
import dev.gradus.cli.text.Numbers;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.Summary;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// What each layer answers to one example, as planes of numbers.
final class Activations {
    private static final int PLANES_SHOWN = 8;
    private static final int VECTOR_HEIGHT = 16;

    private Activations() {}

    /// Returns the layers of `network` with their answers to `x`, a batch of one prepared example.
    static List<Place> of(Sequential network, Tensor x) {
        var places = new ArrayList<Place>();
        var rows = Summary.of(network, network.input()).rows();
        var y = x;
        for (var i = 0; i < network.layers().size(); i++) {
            var before = y;
            y = network.layers().get(i).apply(before);
            // what only hands numbers on has nothing new to show
            var handsOn = rows.get(i).parameters() == 0 && y.count() == before.count();
            places.add(place(rows.get(i), handsOn ? List.of() : planes(y), y));
        }
        return places;
    }

    private static Place place(Summary.Row row, List<Plane> planes, Tensor y) {
        var shape = new ArrayList<String>();
        for (var axis = 1; axis < y.rank(); axis++) {
            shape.add(Numbers.count(y.size(axis)));
        }
        return new Place(
                row.layer(),
                String.join(" × ", shape),
                Math.toIntExact(y.count()),
                row.parameters(),
                planes,
                planes.isEmpty() ? 0 : y.rank() == 4 ? y.size(-1) : 1);
    }

    private static List<Plane> planes(Tensor y) {
        var values = y.toFloats();
        return y.rank() == 4 ? channels(values, y.size(2), y.size(3)) : List.of(vector(values));
    }

    private static List<Plane> channels(float[] values, int width, int channels) {
        var planes = new ArrayList<Plane>();
        for (var channel = 0; channel < Math.min(channels, PLANES_SHOWN); channel++) {
            var plane = new ArrayList<Float>();
            for (var i = channel; i < values.length; i += channels) {
                plane.add(values[i]);
            }
            planes.add(new Plane("channel " + (channel + 1), width, plane));
        }
        return planes;
    }

    /// Units one below the other, in as many columns as it takes; the last is filled up with zeros.
    private static Plane vector(float[] values) {
        var columns = Math.ceilDiv(values.length, VECTOR_HEIGHT);
        var rows = Math.ceilDiv(values.length, columns);
        var plane = new ArrayList<Float>();
        for (var i = 0; i < rows * columns; i++) {
            var unit = i % columns * rows + i / columns;
            plane.add(unit < values.length ? values[unit] : 0f);
        }
        return new Plane("answers of %d units".formatted(values.length), columns, plane);
    }
}
