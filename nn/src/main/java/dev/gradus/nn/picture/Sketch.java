package dev.gradus.nn.picture;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.Summary;
import dev.gradus.nn.graph.Graph;
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

/// Decides what of a network is drawn: which layers stand one by one, which are folded together, which
/// stand for several alike.
final class Sketch {
    /// So many layers that hold no others must be alike to be drawn as one.
    private static final int ALIKE = 3;

    private final Parts parts;
    private final int limit;

    private Sketch(Parts parts, int limit) {
        this.parts = parts;
        this.limit = limit;
    }

    /// Returns the diagram with frames in frames to a depth of `depth`.
    static Diagram of(Layer network, Shape input, Summary summary, int depth, int limit) {
        var sketch = new Sketch(new Parts(summary), limit);
        return switch (Parts.bare(network)) {
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
            var own = Parts.place(layers.get(i), i);
            var place = times == 1 ? own : i + " to " + (i + times - 1);
            items.add(item(layers.get(i), Parts.join(path, own), place, shape, depth, times));
            shape = parts.made(layers.get(i), Parts.join(path, own), shape);
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
                || !parts.made(first, Parts.join(path, Parts.place(first, from)), input)
                        .equals(input)) {
            return 1;
        }
        var to = from + 1;
        while (to < layers.size()
                && layers.get(to) instanceof BuiltLayer next
                && next.spec().equals(first.spec())) {
            to++;
        }
        return to - from >= (Parts.holdsLayers(first) ? 2 : ALIKE) ? to - from : 1;
    }

    private Item item(Object given, String path, String name, Shape in, int depth, int times) {
        var part = Parts.bare(given);
        var row = parts.row(path);
        if (row.isPresent()) {
            var look = part instanceof Merge && !(part instanceof Layer) ? Look.MERGE : Look.LAYER;
            return box(row.get(), name, in, times, look);
        }
        var place = Parts.isFrozen(given) ? name + ", frozen" : name;
        var held = parts.held(path);
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
        var shape = parts.made(part, path, in);
        return new Box(place, Words.lines(text), Words.shape(shape), held, times, Look.FOLDED);
    }

    private static Box box(Summary.Row row, String place, Shape in, int times, Look look) {
        var held = Parts.held(row);
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
        var shapes = parts.shapes(graph, path);
        var applied = graph.applied();
        var firsts = new HashMap<Integer, String>();
        for (var i = 0; i < spec.stages().size(); i++) {
            var stage = spec.stages().get(i);
            var place = stage.name().isEmpty() ? "" + i : stage.name();
            var in = shapes.get(stage.inputs().getFirst());
            var first = firsts.putIfAbsent(stage.part(), place);
            items.add(
                    first == null
                            ? item(
                                    applied.get(i),
                                    Parts.join(path, place),
                                    stage.name(),
                                    in,
                                    depth,
                                    1)
                            : again(first, stage.name(), shapes.get(spec.inputs().size() + i)));
            for (var input : stage.inputs()) {
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
        items.add(new Box("", text, "", parts.held(""), 1, Look.FOLDED));
        return new Diagram(items, links, items.size() - 1);
    }
}
