package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.Named;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.nn.layer.Residual;
import dev.gradus.nn.layer.attention.CrossAttention;
import dev.gradus.nn.layer.attention.FeedForward;
import dev.gradus.nn.layer.attention.MultiHeadAttention;
import dev.gradus.nn.layer.attention.TransformerDecoder;
import dev.gradus.nn.layer.attention.TransformerEncoder;
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.model.Bert;
import dev.gradus.nn.model.Gpt;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Walks through a network from what it is given to what it answers, and notes each step down, the steps
/// inside of blocks too. Nothing is computed: tensors are recipes.
final class Walk {
    /// So many places are followed; a network of more is refused.
    static final int MOST_PLACES = 20_000;

    /// A layer is parted into so many steps at most.
    static final int MOST_STEPS = 1_000;

    private final Transformers transformers = new Transformers(this);
    private final List<Place> places = new ArrayList<>();
    private List<Item> items = new ArrayList<>();
    private int frozen;

    private Walk() {}

    /// What the walk found.
    ///
    /// @param places the steps in order, inputs first; each reads only earlier ones
    /// @param items the same as a tree
    /// @param outputs the numbers of the places whose results the network hands out
    record Found(List<Place> places, List<Item> items, List<Integer> outputs) {
        Found {
            places = List.copyOf(places);
            items = List.copyOf(items);
            outputs = List.copyOf(outputs);
        }
    }

    /// Returns what happens when `network` is applied to `inputs`, one for each of its inputs.
    ///
    /// @throws IllegalArgumentException if it has more places than are followed
    static Found through(Layer network, List<String> names, List<? extends Tensor> inputs) {
        var walk = new Walk();
        var given = new ArrayList<Integer>();
        for (var i = 0; i < inputs.size(); i++) {
            var input = new Place.Input(names.get(i));
            given.add(walk.leaf(names.get(i), input, List.of(), inputs.get(i), Optional.empty()));
        }
        var outputs =
                bare(network) instanceof Graph graph
                        ? walk.graph(graph, given, "")
                        : List.of(walk.apply(network, given, ""));
        return new Found(walk.places, walk.items, outputs);
    }

    static Layer bare(Layer layer) {
        return switch (layer) {
            case Named(_, var inner) -> bare(inner);
            case Frozen(_, var inner) -> bare(inner);
            default -> layer;
        };
    }

    int leaf(String path, Object part, List<Integer> inputs, Tensor output, Optional<Tensor> sum) {
        if (places.size() >= MOST_PLACES) {
            throw new IllegalArgumentException(
                    "the network has more than %,d places: so many are drawn at most"
                            .formatted(MOST_PLACES));
        }
        places.add(new Place(path, part, frozen > 0, inputs, output, sum));
        items.add(new Item.Leaf(places.size() - 1));
        return places.size() - 1;
    }

    Tensor value(int place) {
        return places.get(place).output();
    }

    <T> T group(String path, String kind, Supplier<T> inside) {
        var around = items;
        items = new ArrayList<>();
        try {
            return inside.get();
        } finally {
            var made = items;
            items = around;
            items.add(new Item.Group(path, kind, made));
        }
    }

    int apply(Object part, List<Integer> inputs, String path) {
        var only = inputs.getFirst();
        return switch (part) {
            case Named(_, var layer) -> apply(layer, inputs, path);
            case Frozen(_, var layer) -> {
                frozen++;
                var end = apply(layer, inputs, path);
                frozen--;
                yield end;
            }
            case Sequential list when path.isEmpty() -> sequence(list.layers(), only, path);
            case Sequential list ->
                    group(path, "sequence", () -> sequence(list.layers(), only, path));
            case Graph graph when graph.spec().outputs().size() == 1 ->
                    group(path, graphKind(graph), () -> graph(graph, inputs, path).getFirst());
            case Residual residual -> group(path, "residual", () -> residual(residual, only, path));
            case TransformerEncoder block ->
                    group(path, "transformer", () -> transformers.encoder(block, only, path));
            case MultiHeadAttention attention ->
                    group(path, "attention", () -> transformers.attention(attention, only, path));
            case FeedForward forward ->
                    group(
                            path,
                            "feedForward",
                            () ->
                                    apply(
                                            forward.contract(),
                                            List.of(
                                                    apply(
                                                            forward.expand(),
                                                            inputs,
                                                            join(path, "expand"))),
                                            join(path, "contract")));
            case Gpt gpt -> transformers.gpt(gpt, only, path);
            case Bert bert -> transformers.bert(bert, only, path);
            case CrossAttention attention ->
                    group(
                            path,
                            "crossAttention",
                            () -> transformers.crossAttention(attention, inputs, path));
            case TransformerDecoder block ->
                    group(path, "decoder", () -> transformers.decoder(block, inputs, path));
            case Object other when Composites.opens(other) ->
                    group(
                            path,
                            Composites.kind(other),
                            () -> new Composites(this, path).apply(other, inputs));
            case Layer layer when inputs.size() == 1 -> layer(layer, inputs, path);
            case Merge merge -> merge(merge, inputs, path);
            default ->
                    throw new IllegalArgumentException(
                            "'%s' is no layer that can be followed".formatted(path));
        };
    }

    private int layer(Layer layer, List<Integer> inputs, String path) {
        var x = value(inputs.getFirst());
        var sum = Bends.before(layer, x);
        if (sum.isPresent()) {
            return leaf(path, layer, inputs, Bends.of(layer).apply(sum.get()), sum);
        }
        return parted(layer, layer.apply(x), inputs, path, Figures.parameters(layer));
    }

    /// A layer that nothing is known of is parted into the steps of its formula, if it has several.
    int parted(
            Object part,
            Tensor made,
            List<Integer> inputs,
            String path,
            Map<String, Parameter> parameters) {
        var given = inputs.stream().map(this::value).toList();
        var steps =
                Account.tells(part) ? List.<Formula.Step>of() : Formula.of(made, given, parameters);
        if (steps.size() < 2 || steps.size() > MOST_STEPS) {
            return leaf(path, part, inputs, made, Optional.empty());
        }
        return group(path, Kinds.ofPart(part), () -> steps(steps, made, inputs, path));
    }

    private int steps(List<Formula.Step> steps, Tensor made, List<Integer> inputs, String path) {
        var where = new HashMap<Tensor, Integer>();
        inputs.forEach(it -> where.put(value(it), it));
        var last = -1;
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var from =
                    step.from().stream().map(it -> Objects.requireNonNull(where.get(it))).toList();
            // the last one with what was noted down around it
            var end = i == steps.size() - 1 ? made : step.end();
            var owner = step.owner();
            last = leaf(join(path, owner), step.of(owner), from, end, Optional.empty());
            where.put(step.end(), last);
        }
        return last;
    }

    private int merge(Merge merge, List<Integer> inputs, String path) {
        var given = inputs.stream().map(this::value).toList();
        var scores =
                merge instanceof Looks looks
                        ? Optional.of(looks.scores(given))
                        : Optional.<Tensor>empty();
        var made = merge.apply(given);
        return scores.isPresent()
                ? leaf(path, merge, inputs, made, scores)
                : parted(merge, made, inputs, path, Figures.parameters(merge));
    }

    private int sequence(List<Layer> layers, int from, String path) {
        var at = from;
        for (var i = 0; i < layers.size(); i++) {
            var name = layers.get(i) instanceof Named named ? named.name() : "" + i;
            at = apply(layers.get(i), List.of(at), join(path, name));
        }
        return at;
    }

    /// A graph that adds its input back at the end is a residual block, however it was written.
    private static String graphKind(Graph graph) {
        return graph.spec().parts().stream()
                        .anyMatch(part -> part.text().equals(new Add().toString()))
                ? "residual"
                : "graph";
    }

    private List<Integer> graph(Graph graph, List<Integer> inputs, String path) {
        var results = new ArrayList<>(inputs);
        var parts = graph.applied();
        for (var i = 0; i < parts.size(); i++) {
            var stage = graph.spec().stages().get(i);
            var given = stage.inputs().stream().map(results::get).toList();
            var name = stage.name().isEmpty() ? "" + i : stage.name();
            results.add(apply(parts.get(i), given, join(path, name)));
        }
        return graph.spec().outputs().stream().map(results::get).toList();
    }

    private int residual(Residual residual, int from, String path) {
        var around =
                residual.shortcut() instanceof Activation.Linear
                        ? from
                        : apply(residual.shortcut(), List.of(from), join(path, "shortcut"));
        var through = sequence(residual.layers(), from, join(path, "layers"));
        return apply(new Add(), List.of(around, through), join(path, "add"));
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }
}
