package dev.gradus.nn.picture;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Named;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.Summary;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of the parts of a network, by the paths that its summary uses.
final class Parts {
    private final Map<String, Summary.Row> rows = new HashMap<>();
    private final Map<String, Held> sums = new HashMap<>();

    Parts(Summary summary) {
        for (var row : summary.rows()) {
            rows.put(row.name(), row);
            for (var end = row.name().length(); end > 0; ) {
                sums.merge(row.name().substring(0, end), held(row), Held::plus);
                end = row.name().lastIndexOf('.', end - 1);
            }
            sums.merge("", held(row), Held::plus);
        }
    }

    static Held held(Summary.Row row) {
        return new Held(row.parameters(), row.state());
    }

    /// Returns how many numbers all layers at and below a path hold.
    Held held(String path) {
        return sums.getOrDefault(path, Held.NOTHING);
    }

    /// Returns the row of a layer that holds no others.
    Optional<Summary.Row> row(String path) {
        return Optional.ofNullable(rows.get(path));
    }

    /// Returns whether a part consists of layers that can be drawn one by one.
    static boolean holdsLayers(Object part) {
        return switch (bare(part)) {
            case Sequential _ -> true;
            case Graph graph -> graph.spec().inputs().size() == 1;
            default -> false;
        };
    }

    /// Returns the name of a layer in its list: its own, or its number.
    static String place(Layer layer, int number) {
        return layer instanceof Named named ? named.name() : "" + number;
    }

    /// Returns a layer without what is around it and has no row of its own in a summary.
    static Object bare(Object part) {
        return switch (part) {
            case Named(_, var layer) -> bare(layer);
            case Frozen(_, var layer) -> bare(layer);
            default -> part;
        };
    }

    /// Returns whether training leaves a part as it is.
    static boolean isFrozen(Object part) {
        return part instanceof Frozen || part instanceof Named(_, var layer) && isFrozen(layer);
    }

    /// Returns the shapes of what the inputs and stages of a graph make.
    List<Shape> shapes(Graph graph, String path) {
        var shapes = new ArrayList<Shape>();
        graph.spec().inputs().forEach(input -> shapes.add(input.shape()));
        var parts = graph.applied();
        for (var i = 0; i < parts.size(); i++) {
            var stage = graph.spec().stages().get(i);
            var place = stage.name().isEmpty() ? "" + i : stage.name();
            shapes.add(
                    made(parts.get(i), join(path, place), shapes.get(stage.inputs().getFirst())));
        }
        return shapes;
    }

    /// Returns the shape that a part makes of an example of shape `in`.
    Shape made(Object part, String path, Shape in) {
        var row = row(path);
        if (row.isPresent()) {
            return row.get().output();
        }
        return switch (bare(part)) {
            case Sequential inner -> inner.output();
            case Graph graph -> shapes(graph, path).get(graph.spec().outputs().getFirst());
            default -> in;
        };
    }

    /// Returns the path of a place within another path.
    static String join(String path, Object place) {
        return path.isEmpty() ? place.toString() : path + "." + place;
    }
}
