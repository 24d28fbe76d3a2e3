package dev.gradus.studio.model;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.Named;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.nn.layer.LayerNorm;
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
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/// Walks through a network from what it is given to what it answers, and notes each step down, the steps
/// inside of blocks too. Nothing is computed: tensors are recipes.
final class Walk {
    /// So many places are followed; a network of more is refused.
    static final int MOST_PLACES = 20_000;

    /// A layer is parted into so many steps at most.
    static final int MOST_STEPS = 1_000;

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
                    group(path, "transformer", () -> transformer(block, only, path));
            case MultiHeadAttention attention ->
                    group(path, "attention", () -> attention(attention, only, path));
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
            case Gpt gpt -> gpt(gpt, only, path);
            case Bert bert -> bert(bert, only, path);
            case CrossAttention attention ->
                    group(path, "crossAttention", () -> crossAttention(attention, inputs, path));
            case TransformerDecoder block ->
                    group(path, "decoder", () -> decoder(block, inputs, path));
            case Object other when Opened.opens(other) ->
                    group(
                            path,
                            Opened.kind(other),
                            () -> new Opened(this, path).apply(other, inputs));
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
        for (var step : steps) {
            var from = step.from().stream().map(where::get).toList();
            var end = step == steps.getLast() ? made : step.end();
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

    private int transformer(TransformerEncoder block, int from, String path) {
        var first = block.spec().normFirst();
        var at = around(first, from, path, "attention", block.attention(), block.attentionNorm());
        return around(first, at, path, "feedForward", block.feedForward(), block.feedForwardNorm());
    }

    private int decoder(TransformerDecoder block, List<Integer> inputs, String path) {
        var first = block.spec().normFirst();
        var memory = inputs.getLast();
        var at =
                around(
                        first,
                        inputs.getFirst(),
                        path,
                        "attention",
                        block.attention(),
                        block.attentionNorm());
        at =
                around(
                        first,
                        at,
                        path,
                        "cross",
                        block.crossNorm(),
                        before ->
                                apply(block.cross(), List.of(before, memory), join(path, "cross")));
        return around(first, at, path, "feedForward", block.feedForward(), block.feedForwardNorm());
    }

    private int around(
            boolean normFirst, int from, String path, String name, Layer part, LayerNorm norm) {
        return around(
                normFirst,
                from,
                path,
                name,
                norm,
                before -> apply(part, List.of(before), join(path, name)));
    }

    private int around(
            boolean normFirst,
            int from,
            String path,
            String name,
            LayerNorm norm,
            IntUnaryOperator part) {
        var norms = join(path, name + "Norm");
        var before = normFirst ? apply(norm, List.of(from), norms) : from;
        var made = part.applyAsInt(before);
        var sum = apply(new Add(), List.of(from, made), join(path, name + "Add"));
        return normFirst ? sum : apply(norm, List.of(sum), norms);
    }

    private int crossAttention(CrossAttention attention, List<Integer> inputs, String path) {
        var asked = apply(attention.query(), List.of(inputs.getFirst()), join(path, "query"));
        var offered = apply(attention.key(), List.of(inputs.get(1)), join(path, "key"));
        var held = apply(attention.value(), List.of(inputs.getLast()), join(path, "value"));
        var looks = Looks.of(attention.spec(), attention.query().weight().size(1));
        var looking = apply(looks, List.of(asked, offered), join(path, "looks"));
        var taken = apply(new Takes(looks), List.of(looking, held), join(path, "takes"));
        return apply(attention.output(), List.of(taken), join(path, "output"));
    }

    private int attention(MultiHeadAttention attention, int from, String path) {
        var all = apply(attention.queryKeyValue(), List.of(from), join(path, "queryKeyValue"));
        var looks = Looks.of(attention.spec(), attention.queryKeyValue().weight().size(0));
        var looking = apply(looks, List.of(all), join(path, "looks"));
        var taken = apply(new Takes(looks), List.of(looking, all), join(path, "takes"));
        return apply(attention.output(), List.of(taken), join(path, "output"));
    }

    private int gpt(Gpt gpt, int from, String path) {
        var at = apply(gpt.token(), List.of(from), join(path, "token"));
        if (gpt.position().isPresent()) {
            var vectors = new PlaceVectors(gpt.position().get());
            at = apply(vectors, List.of(at), join(path, "position"));
        }
        for (var i = 0; i < gpt.blocks().size(); i++) {
            at = apply(gpt.blocks().get(i), List.of(at), join(path, "blocks." + i));
        }
        at = apply(gpt.norm(), List.of(at), join(path, "norm"));
        return gpt.output().isPresent()
                ? apply(gpt.output().get(), List.of(at), join(path, "output"))
                : apply(new TokenLogits(gpt.token().weight()), List.of(at), join(path, "logits"));
    }

    private int bert(Bert bert, int from, String path) {
        var at = apply(bert.token(), List.of(from), join(path, "token"));
        // without being told otherwise, all tokens belong to the first segment
        var segment = new SegmentVector(bert.segment().weight());
        at = apply(segment, List.of(at), join(path, "segment"));
        at = apply(new PlaceVectors(bert.position()), List.of(at), join(path, "position"));
        at = apply(bert.norm(), List.of(at), join(path, "norm"));
        for (var i = 0; i < bert.blocks().size(); i++) {
            at = apply(bert.blocks().get(i), List.of(at), join(path, "blocks." + i));
        }
        return at;
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }
}
