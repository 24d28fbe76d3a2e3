package dev.gradus.nn.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings the places that lead from inputs to outputs into an order in which each comes after what it is
/// applied to.
final class Drawing {
    private final List<Node> inputs;
    private final List<Node> outputs;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final Map<Shared, Integer> shared = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    Drawing(List<Node> inputs, List<Node> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    Graph.Spec spec() {
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "a graph was given %d inputs and %d outputs: it needs at least one of each"
                            .formatted(inputs.size(), outputs.size()));
        }
        var described = new ArrayList<Input>();
        for (var input : inputs) {
            if (!(input.kind() instanceof Node.Kind.Input(var shape))) {
                throw new IllegalArgumentException(
                        "'%s' is listed as an input but is a layer: inputs are made by input(name, sizes...)"
                                .formatted(input));
            }
            numbers.put(input, numbers.size());
            described.add(
                    new Input(
                            input.name(),
                            java.util.Arrays.stream(shape.toArray()).boxed().toList()));
        }
        outputs.forEach(this::visit);
        return new Graph.Spec(
                described, parts, stages, outputs.stream().map(numbers::get).toList());
    }

    /// Walks without recursion: a network may be deeper than Java's stack.
    private void visit(Node output) {
        var open = new ArrayDeque<Node>();
        open.push(output);
        while (!open.isEmpty()) {
            var node = open.peek();
            var missing =
                    before(node).stream().filter(input -> !numbers.containsKey(input)).findFirst();
            if (numbers.containsKey(node)) {
                open.pop();
            } else if (missing.isPresent()) {
                open.push(missing.get());
            } else {
                open.pop();
                add(node);
            }
        }
    }

    private List<Node> before(Node node) {
        return switch (node.kind()) {
            case Node.Kind.Input _ when !numbers.containsKey(node) ->
                    throw new IllegalArgumentException(
                            "an output needs the input '%s', which is not listed: the inputs are %s"
                                    .formatted(
                                            node.name(), inputs.stream().map(Node::name).toList()));
            case Node.Kind.Input _ -> List.of();
            case Node.Kind.Applied(_, var input) -> List.of(input);
            case Node.Kind.Merged(_, var merged) -> merged;
        };
    }

    private void add(Node node) {
        var part =
                switch (node.kind()) {
                    case Node.Kind.Input _ -> throw new IllegalStateException("has a number");
                    case Node.Kind.Applied(var layer, _) ->
                            shared.computeIfAbsent(
                                    layer, first -> add(new Part.OfLayer(first.layer())));
                    case Node.Kind.Merged(var merge, _) -> add(new Part.OfMerge(merge));
                };
        stages.add(new Stage(part, before(node).stream().map(numbers::get).toList(), node.name()));
        numbers.put(node, numbers.size());
    }

    private int add(Part part) {
        parts.add(part);
        return parts.size() - 1;
    }
}
