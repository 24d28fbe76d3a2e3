package dev.gradus.nn.graph;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Summary;
import dev.gradus.tensor.AnomalyDetection;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Layers wired as you like: several inputs, branches that part and meet, layers used in several places,
/// several outputs.
///
/// ```java
/// var title = input("title", 20);
/// var price = input("price", 1);
/// var text = embedding(5_000, 32).on(title).then(globalMean());
/// var both = concat(text, price).then(dense(64, RELU));
/// var spec = Graph.of(List.of(title, price), dense(3).on(both).named("category"), dense(1).on(both).named("returned"));
/// var net = spec.build(seed(1));
/// var outputs = net.outputs(titles, prices);     // "category" [batch, 3], "returned" [batch, 1]
/// ```
///
/// One with a single input and a single output is a layer like any other: it can be trained by a
/// `Trainer`, and stand in a [dev.gradus.nn.Sequential] or another graph.
///
/// @param spec what it was built from
/// @param parts its layers and merges by name: the name of the first place that uses one, or its number
public record Graph(Spec spec, Map<String, Object> parts) implements BuiltLayer, Merge {
    /// Copies the map.
    public Graph {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /// Returns the spec of the network that leads from `inputs` to `outputs`.
    ///
    /// @throws IllegalArgumentException if an output needs an input that is not listed, or a name is used
    ///     twice
    public static Spec of(List<Node> inputs, Node... outputs) {
        return new Drawing(inputs, Arrays.asList(outputs)).spec();
    }

    /// Returns the only output for the only input.
    @Override
    public Tensor apply(Tensor x) {
        return apply(List.of(x));
    }

    /// Returns the only output.
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        if (spec.outputs.size() != 1) {
            throw new IllegalArgumentException(
                    "the graph has %d outputs, %s: use outputs(...)"
                            .formatted(spec.outputs.size(), spec.outputNames()));
        }
        return results(inputs).get(spec.outputs.getFirst());
    }

    /// Returns the outputs by name; one without a name is known by its number.
    public Map<String, Tensor> outputs(Tensor... inputs) {
        var results = results(Arrays.asList(inputs));
        var named = new LinkedHashMap<String, Tensor>();
        for (var i = 0; i < spec.outputs.size(); i++) {
            named.put(spec.outputNames().get(i), results.get(spec.outputs.get(i)));
        }
        return named;
    }

    /// Returns the outputs by name for inputs by name.
    ///
    /// @throws IllegalArgumentException if the names differ from those of the inputs
    public Map<String, Tensor> outputs(Map<String, Tensor> inputs) {
        var names = spec.inputs.stream().map(Input::name).toList();
        if (!inputs.keySet().equals(java.util.Set.copyOf(names))) {
            throw new IllegalArgumentException(
                    "the graph takes the inputs %s but was given %s"
                            .formatted(names, inputs.keySet()));
        }
        return outputs(names.stream().map(inputs::get).toArray(Tensor[]::new));
    }

    /// Returns what each place makes, inputs first, by its number.
    public List<Tensor> results(List<? extends Tensor> inputs) {
        check(inputs);
        var applied = applied();
        var results = new ArrayList<Tensor>(inputs);
        for (var i = 0; i < spec.stages.size(); i++) {
            var stage = spec.stages.get(i);
            var number = i;
            var given = stage.inputs().stream().map(results::get).toList();
            results.add(
                    AnomalyDetection.within(
                            () -> spec.place(number),
                            () -> applied(number, applied.get(number), given)));
        }
        return results;
    }

    private Tensor applied(int number, Object part, List<Tensor> given) {
        try {
            return switch (part) {
                case Layer layer when given.size() == 1 -> layer.apply(given.getFirst());
                case Merge merge -> merge.apply(given);
                default -> throw new IllegalStateException("no part for " + spec.place(number));
            };
        } catch (IllegalArgumentException e) {
            throw spec.explained(number, e);
        }
    }

    private void check(List<? extends Tensor> inputs) {
        if (inputs.size() != spec.inputs.size()) {
            throw new IllegalArgumentException(
                    "the graph takes %d inputs, %s, but was given %d"
                            .formatted(
                                    spec.inputs.size(),
                                    spec.inputs.stream().map(Input::name).toList(),
                                    inputs.size()));
        }
        for (var i = 0; i < inputs.size(); i++) {
            var given = inputs.get(i).shape();
            var input = spec.inputs.get(i);
            if (given.rank() == 0 || !given.range(1, given.rank()).equals(input.shape())) {
                throw new ShapeException(
                        "input '%s' of the graph takes batches of %s but was given %s: the first axis counts the examples"
                                .formatted(input.name(), input.shape(), given));
            }
        }
    }

    /// Returns for each stage the layer or merge that it applies.
    public List<Object> applied() {
        var names = spec.partNames();
        return spec.stages.stream().map(stage -> named(names.get(stage.part()))).toList();
    }

    /// Returns the layer or merge that stage number `stage` applies.
    public Object part(int stage) {
        return named(spec.partNames().get(spec.stages.get(stage).part()));
    }

    private Object named(String name) {
        return java.util.Objects.requireNonNull(parts.get(name));
    }

    /// Returns the parts as a table, with the shape each makes, its parameters and its work.
    public Summary summary() {
        return Summary.of(this);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A graph before it has its weights.
    ///
    /// @param inputs the inputs
    /// @param parts the layers and merges
    /// @param stages where they are applied, each after what it is applied to
    /// @param outputs the numbers of the results that are wanted
    public record Spec(
            List<Input> inputs, List<Part> parts, List<Stage> stages, List<Integer> outputs)
            implements LayerSpec, MergeSpec {
        /// Copies the lists and checks the wiring, which may come from a file.
        public Spec {
            inputs = List.copyOf(inputs);
            parts = List.copyOf(parts);
            stages = List.copyOf(stages);
            outputs = List.copyOf(outputs);
            Wiring.check(inputs, parts, stages, outputs);
        }

        /// Returns the graph, with weights that follow from the seed.
        public Graph build(Seed seed) {
            return build(shapes(), seed);
        }

        @Override
        public Graph build(Shape input, Seed seed) {
            if (!input.equals(inputs.getFirst().shape())) {
                throw new ShapeException(
                        "the graph takes %s at its first input, '%s', but was to be built for %s"
                                .formatted(
                                        inputs.getFirst().shape(),
                                        inputs.getFirst().name(),
                                        input));
            }
            return build(shapes(), seed);
        }

        @Override
        public Graph build(List<Shape> shapes, Seed seed) {
            if (!shapes.equals(shapes())) {
                throw new ShapeException(
                        "the graph takes inputs of shapes %s but was to be built for %s"
                                .formatted(shapes(), shapes));
            }
            return new Building(this, seed).graph();
        }

        private List<Shape> shapes() {
            return inputs.stream().map(Input::shape).toList();
        }

        @Override
        public DType inputType() {
            return inputType(0);
        }

        /// Returns the type of the numbers of input number `input`: `float32` unless a layer looks
        /// something up.
        public DType inputType(int input) {
            return stages.stream()
                    .filter(stage -> stage.inputs().contains(input))
                    .map(stage -> parts.get(stage.part()).inputType())
                    .filter(type -> type != DType.FLOAT32)
                    .findFirst()
                    .orElse(DType.FLOAT32);
        }

        /// Returns the names of the outputs; one without a name is known by its number among them.
        public List<String> outputNames() {
            var names = new ArrayList<String>();
            for (var output : outputs) {
                var name =
                        output < inputs.size()
                                ? inputs.get(output).name()
                                : stages.get(output - inputs.size()).name();
                names.add(name.isEmpty() || names.contains(name) ? "" + names.size() : name);
            }
            return names;
        }

        /// Returns for each part the name of the first place that uses it, or the number of that stage.
        List<String> partNames() {
            var names = new String[parts.size()];
            for (var i = stages.size() - 1; i >= 0; i--) {
                var name = stages.get(i).name();
                names[stages.get(i).part()] = name.isEmpty() ? "" + i : name;
            }
            return List.of(names);
        }

        String place(int stage) {
            var name = stages.get(stage).name();
            return "Graph[%s] %s"
                    .formatted(
                            name.isEmpty() ? "" + stage : name,
                            parts.get(stages.get(stage).part()).text());
        }

        IllegalArgumentException explained(int stage, IllegalArgumentException mistake) {
            var message = mistake.getMessage() + "\n  in  " + place(stage);
            var explained =
                    mistake instanceof ShapeException
                            ? new ShapeException(message)
                            : new IllegalArgumentException(message);
            explained.initCause(mistake);
            return explained;
        }

        @Override
        public Node on(Node input) {
            return Node.of((LayerSpec) this, input);
        }

        @Override
        public String toString() {
            return "Graph(%s -> %s, %d stages)"
                    .formatted(
                            inputs.stream()
                                    .map(input -> input.name() + " " + input.shape())
                                    .collect(Collectors.joining(", ")),
                            String.join(", ", outputNames()),
                            stages.size());
        }
    }
}
