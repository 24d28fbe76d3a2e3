package dev.gradus.nn;

import dev.gradus.nn.graph.Graph;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A network as a table: what each layer makes, what it holds and how much it computes.
///
/// @param input the shape of an example
/// @param rows the layers in order; those of a network inside another are named like `1.0`
public record Summary(Shape input, List<Row> rows) {
    /// One layer.
    ///
    /// @param name where it stands, as in the names of its parameters
    /// @param layer its spec as it is written in a program
    /// @param output the shape it makes of one example
    /// @param parameters how many numbers of it are trained
    /// @param state how many numbers it keeps that are not trained
    /// @param multiplyAdds how many multiplications, each with an addition, matrix products and
    ///     convolutions do for one example
    public record Row(
            String name,
            String layer,
            Shape output,
            long parameters,
            long state,
            long multiplyAdds) {}

    /// Copies the list.
    public Summary {
        rows = List.copyOf(rows);
    }

    /// Returns the summary of `layer` for examples of shape `input`.
    public static Summary of(Layer layer, Shape input) {
        var type = layer instanceof BuiltLayer built ? built.spec().inputType() : DType.FLOAT32;
        return of(layer, input, type);
    }

    /// Returns the summary of `layer` for examples of shape `input` and numbers of type `type`.
    public static Summary of(Layer layer, Shape input, DType type) {
        var rows = new ArrayList<Row>();
        collect("", layer, Probe.of(input, type), rows);
        return new Summary(input, rows);
    }

    /// Returns the summary of what `spec` builds for examples of shape `input`.
    public static Summary of(LayerSpec spec, Shape input) {
        return of(spec.build(input, new Seed(0)), input, spec.inputType());
    }

    /// Returns the summary of a graph, whose inputs say their shapes.
    public static Summary of(Graph graph) {
        var rows = new ArrayList<Row>();
        collect("", graph, inputs(graph), rows);
        return new Summary(graph.spec().inputs().getFirst().shape(), rows);
    }

    private static List<Tensor> inputs(Graph graph) {
        var inputs = new ArrayList<Tensor>();
        for (var i = 0; i < graph.spec().inputs().size(); i++) {
            var input = graph.spec().inputs().get(i);
            inputs.add(Probe.of(input.shape(), graph.spec().inputType(i)));
        }
        return inputs;
    }

    private static List<Tensor> collect(
            String name, Graph graph, List<Tensor> inputs, List<Row> rows) {
        for (var input : graph.spec().inputs()) {
            if (name.isEmpty() && graph.spec().inputs().size() > 1) {
                rows.add(new Row(input.name(), "input", input.shape(), 0, 0, 0));
            }
        }
        var results = graph.results(inputs);
        var applied = graph.applied();
        var known = new HashSet<Integer>();
        for (var i = 0; i < graph.spec().steps().size(); i++) {
            var step = graph.spec().steps().get(i);
            var given = step.inputs().stream().map(results::get).toList();
            var place = step.name().isEmpty() ? "" + i : step.name();
            var path = name.isEmpty() ? place : name + "." + place;
            var first = known.add(step.part());
            if (first && applied.get(i) instanceof Layer layer && holdsLayers(layer)) {
                collect(path, layer, given.getFirst(), rows);
            } else {
                // what is used again holds nothing more
                var parameters =
                        first ? Parameters.ofPart(applied.get(i)) : Map.<String, Parameter>of();
                rows.add(
                        row(
                                path,
                                applied.get(i),
                                parameters.values(),
                                given,
                                results.get(inputs.size() + i)));
            }
        }
        return results;
    }

    private static boolean holdsLayers(Layer layer) {
        return layer instanceof Sequential
                || layer instanceof Graph graph && graph.spec().inputs().size() == 1;
    }

    private static Row row(
            String name,
            Object part,
            Collection<Parameter> parameters,
            List<? extends Tensor> xs,
            Tensor y) {
        var trained =
                parameters.stream().filter(Parameter::trainable).mapToLong(Parameter::count).sum();
        var all = parameters.stream().mapToLong(Parameter::count).sum();
        return new Row(
                name, Text.of(part), Probe.shape(y), trained, all - trained, Work.between(xs, y));
    }

    private static Tensor collect(String name, Layer layer, Tensor x, List<Row> rows) {
        if (layer instanceof Sequential(_, _, _, var layers)) {
            var y = x;
            for (var i = 0; i < layers.size(); i++) {
                var part = name.isEmpty() ? "" + i : name + "." + i;
                y = collect(part, layers.get(i), y, rows);
            }
            return y;
        }
        if (layer instanceof Graph graph && holdsLayers(graph)) {
            var results = collect(name, graph, List.of(x), rows);
            return results.get(graph.spec().outputs().getFirst());
        }
        var y = layer.apply(x);
        rows.add(row(name, layer, Parameters.of(layer).values(), List.of(x), y));
        return y;
    }

    /// Returns the shape of what comes out for one example.
    public Shape output() {
        return rows.isEmpty() ? input : rows.getLast().output();
    }

    /// Returns how many numbers are trained.
    public long parameters() {
        return rows.stream().mapToLong(Row::parameters).sum();
    }

    /// Returns how many numbers are kept that are not trained.
    public long state() {
        return rows.stream().mapToLong(Row::state).sum();
    }

    /// Returns how many multiplications, each with an addition, one example takes.
    public long multiplyAdds() {
        return rows.stream().mapToLong(Row::multiplyAdds).sum();
    }

    /// Returns the table as text.
    @Override
    public String toString() {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("", "layer", "output", "parameters", "multiply-adds"));
        lines.add(List.of("", "input", input.toString(), "", ""));
        for (var row : rows) {
            lines.add(
                    List.of(
                            row.name,
                            row.layer,
                            row.output.toString(),
                            number(row.parameters),
                            number(row.multiplyAdds)));
        }
        lines.add(List.of("", "total", "", number(parameters()), number(multiplyAdds())));
        var table = Table.aligned(lines, 3);
        return state() == 0
                ? table
                : table
                        + "\nand %s numbers that are kept but not trained"
                                .formatted(number(state()));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
