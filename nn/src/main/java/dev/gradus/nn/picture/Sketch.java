package dev.gradus.nn.picture;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.Named;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.Summary;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.nn.picture.Diagram.Link;
import dev.gradus.nn.picture.Item.Box;
import dev.gradus.nn.picture.Item.Entry;
import dev.gradus.nn.picture.Item.Frame;
import dev.gradus.nn.picture.Item.Look;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what of a network is drawn: which layers stand one by one, which are folded together, which
/// stand for several alike.
final class Sketch {
    /// So many layers that hold no others must be alike to be drawn as one.
    private static final int ALIKE = 3;

    private final Map<String, Summary.Row> rows = new HashMap<>();
    private final Map<String, Held> sums = new HashMap<>();
    private final int limit;

    private Sketch(Summary summary, int limit) {
        this.limit = limit;
        for (var row : summary.rows()) {
            rows.put(row.name(), row);
            for (var end = row.name().length(); end > 0; ) {
                sums.merge(row.name().substring(0, end), held(row), Held::plus);
                end = row.name().lastIndexOf('.', end - 1);
            }
            sums.merge("", held(row), Held::plus);
        }
    }

    private static Held held(Summary.Row row) {
        return new Held(row.parameters(), row.state());
    }

    /// Returns the diagram with frames in frames to a depth of `depth`.
    static Diagram of(Layer network, Shape input, Summary summary, int depth, int limit) {
        var sketch = new Sketch(summary, limit);
        return switch (bare(network)) {
            case Graph graph -> sketch.graph(graph, "", depth, true);
            case Sequential(_, _, _, var layers) ->
                    sketch.chain(layers, "", input, depth, start(network, input));
            default -> {
                var layer = sketch.item(network, "", "", input, depth, 1);
                var items = List.of(start(network, input), layer);
                yield new Diagram(items, List.of(new Link(0, 1)), 1);
            }
        };
    }

    private static Item start(Layer network, Shape input) {
        var type = network instanceof BuiltLayer built ? built.spec().inputType() : DType.FLOAT32;
        var words = Words.input(input, type);
        return new Box("", List.of("input"), words, Held.NOTHING, 1, Look.INPUT);
    }

    private Diagram chain(List<Layer> layers, String path, Shape input, int depth, Item start) {
        var items = new ArrayList<>(List.of(start));
        var shape = input;
        for (var i = 0; i < layers.size(); ) {
            var times = alike(layers, i, path, shape);
            var own = place(layers.get(i), i);
            var place = times == 1 ? own : i + " to " + (i + times - 1);
            items.add(item(layers.get(i), join(path, own), place, shape, depth, times));
            shape = made(layers.get(i), join(path, own), shape);
            i += times;
        }
        if (start instanceof Box && items.size() > limit) {
            shorten(items);
        }
        var links = new ArrayList<Link>();
        for (var i = 1; i < items.size(); i++) {
            links.add(new Link(i - 1, i));
        }
        return new Diagram(items, links, items.size() - 1);
    }

    /// Puts one box in the place of those in the middle.
    private void shorten(List<Item> items) {
        var middle = items.subList(limit / 2, items.size() - limit / 2);
        var held = Held.NOTHING;
        for (var item : middle) {
            for (var i = 0; item instanceof Box box && i < box.times(); i++) {
                held = held.plus(box.held());
            }
        }
        var text = List.of(Words.number(middle.size()) + " places are not drawn");
        middle.clear();
        middle.add(new Box("", text, "", held, 1, Look.FOLDED));
    }

    /// Returns how many layers from number `from` on are alike, 1 if too few to say so.
    private int alike(List<Layer> layers, int from, String path, Shape input) {
        if (!(layers.get(from) instanceof BuiltLayer first)
                || !made(first, join(path, place(first, from)), input).equals(input)) {
            return 1;
        }
        var to = from + 1;
        while (to < layers.size()
                && layers.get(to) instanceof BuiltLayer next
                && next.spec().equals(first.spec())) {
            to++;
        }
        return to - from >= (holdsLayers(first) ? 2 : ALIKE) ? to - from : 1;
    }

    private static boolean holdsLayers(Object part) {
        return switch (bare(part)) {
            case Sequential _ -> true;
            case Graph graph -> graph.spec().inputs().size() == 1;
            default -> false;
        };
    }

    /// Returns the name of a layer in its list: its own, or its number.
    private static String place(Layer layer, int number) {
        return layer instanceof Named named ? named.name() : "" + number;
    }

    /// Returns a layer without what is around it and has no row of its own in a summary.
    private static Object bare(Object part) {
        return switch (part) {
            case Named(_, var layer) -> bare(layer);
            case Frozen(_, var layer) -> bare(layer);
            default -> part;
        };
    }

    private static boolean isFrozen(Object part) {
        return part instanceof Frozen || part instanceof Named(_, var layer) && isFrozen(layer);
    }

    private Item item(Object given, String path, String name, Shape in, int depth, int times) {
        var part = bare(given);
        var place = isFrozen(given) && rows.get(path) == null ? name + ", frozen" : name;
        if (rows.get(path) instanceof Summary.Row row) {
            var look = part instanceof Merge && !(part instanceof Layer) ? Look.MERGE : Look.LAYER;
            return box(row, place, in, times, look);
        }
        var held = sums.getOrDefault(path, Held.NOTHING);
        if (depth > 0 && part instanceof Sequential(_, _, _, var layers) && !layers.isEmpty()) {
            var inside = chain(layers, path, in, depth - 1, new Entry());
            return new Frame(place, held, times, inside);
        }
        if (depth > 0 && part instanceof Graph graph) {
            return new Frame(place, held, times, graph(graph, path, depth - 1, false));
        }
        var text =
                switch (part) {
                    case Sequential inner -> "Sequential of " + inner.layers().size();
                    case Graph graph -> "Graph of " + graph.spec().stages().size();
                    default -> part.toString();
                };
        var shape = made(part, path, in);
        return new Box(place, Words.lines(text), Words.shape(shape), held, times, Look.FOLDED);
    }

    private static Box box(Summary.Row row, String place, Shape in, int times, Look look) {
        var held = held(row);
        var quiet = look == Look.LAYER && held.isNothing() && row.output().equals(in);
        return new Box(
                place,
                Words.lines(row.layer()),
                Words.shape(row.output()),
                held,
                times,
                quiet ? Look.QUIET : look);
    }

    private Diagram graph(Graph graph, String path, int depth, boolean whole) {
        var spec = graph.spec();
        var items = new ArrayList<Item>();
        var links = new ArrayList<Link>();
        for (var i = 0; i < spec.inputs().size(); i++) {
            var input = spec.inputs().get(i);
            var words = Words.input(input.shape(), spec.inputType(i));
            var text = List.of(input.name());
            items.add(whole ? new Box("", text, words, Held.NOTHING, 1, Look.INPUT) : new Entry());
        }
        if (whole && spec.stages().size() > limit) {
            return folded(graph, items);
        }
        var shapes = shapes(graph, path);
        var parts = graph.applied();
        var firsts = new HashMap<Integer, String>();
        for (var i = 0; i < spec.stages().size(); i++) {
            var step = spec.stages().get(i);
            var place = step.name().isEmpty() ? "" + i : step.name();
            var in = shapes.get(step.inputs().getFirst());
            var first = firsts.putIfAbsent(step.part(), place);
            items.add(
                    first == null
                            ? item(parts.get(i), join(path, place), step.name(), in, depth, 1)
                            : again(first, step.name(), shapes.get(spec.inputs().size() + i)));
            for (var input : step.inputs()) {
                links.add(new Link(input, spec.inputs().size() + i));
            }
        }
        var named = whole && (spec.outputs().size() > 1);
        for (var i = 0; named && i < spec.outputs().size(); i++) {
            links.add(new Link(spec.outputs().get(i), items.size()));
            var text = List.of("output " + spec.outputNames().get(i));
            items.add(new Box("", text, "", Held.NOTHING, 1, Look.OUTPUT));
        }
        return new Diagram(items, links, spec.outputs().getFirst());
    }

    private static Box again(String first, String place, Shape made) {
        var text = Words.lines(first + ", with the same weights");
        return new Box(place, text, Words.shape(made), Held.NOTHING, 1, Look.AGAIN);
    }

    /// Too many steps: one box stands for all.
    private Diagram folded(Graph graph, List<Item> items) {
        var links = new ArrayList<Link>();
        for (var i = 0; i < items.size(); i++) {
            links.add(new Link(i, items.size()));
        }
        var text = List.of("Graph of " + Words.number(graph.spec().stages().size()) + " steps");
        items.add(new Box("", text, "", sums.getOrDefault("", Held.NOTHING), 1, Look.FOLDED));
        return new Diagram(items, links, items.size() - 1);
    }

    private List<Shape> shapes(Graph graph, String path) {
        var shapes = new ArrayList<Shape>();
        graph.spec().inputs().forEach(input -> shapes.add(input.shape()));
        var parts = graph.applied();
        for (var i = 0; i < parts.size(); i++) {
            var step = graph.spec().stages().get(i);
            var place = step.name().isEmpty() ? "" + i : step.name();
            shapes.add(made(parts.get(i), join(path, place), shapes.get(step.inputs().getFirst())));
        }
        return shapes;
    }

    /// Returns the shape that a part makes of an example of shape `in`.
    private Shape made(Object part, String path, Shape in) {
        var row = Optional.ofNullable(rows.get(path));
        if (row.isPresent()) {
            return row.get().output();
        }
        return switch (bare(part)) {
            case Sequential inner -> inner.output();
            case Graph graph -> shapes(graph, path).get(graph.spec().outputs().getFirst());
            default -> in;
        };
    }

    private static String join(String path, Object place) {
        return path.isEmpty() ? place.toString() : path + "." + place;
    }
}
