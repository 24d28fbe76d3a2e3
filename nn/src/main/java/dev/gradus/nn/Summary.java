package dev.gradus.nn;

import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
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
        collect("", layer, false, Probe.of(input, type), rows);
        return new Summary(input, rows);
    }

    /// Returns the summary of what `spec` builds for examples of shape `input`.
    public static Summary of(LayerSpec spec, Shape input) {
        return of(spec.build(input, new Seed(0)), input, spec.inputType());
    }

    /// Returns the summary of a graph, whose inputs say their shapes.
    public static Summary of(Graph graph) {
        var rows = new ArrayList<Row>();
        collect("", graph, false, inputs(graph), rows);
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
            String name, Graph graph, boolean frozen, List<Tensor> inputs, List<Row> rows) {
        for (var input : graph.spec().inputs()) {
            if (name.isEmpty() && graph.spec().inputs().size() > 1) {
                rows.add(new Row(input.name(), "input", input.shape(), 0, 0, 0));
            }
        }
        var results = graph.results(inputs);
        var applied = graph.applied();
        var known = new HashSet<Integer>();
        for (var i = 0; i < graph.spec().stages().size(); i++) {
            var stage = graph.spec().stages().get(i);
            var given = stage.inputs().stream().map(results::get).toList();
            var place = stage.name().isEmpty() ? "" + i : stage.name();
            var path = name.isEmpty() ? place : name + "." + place;
            var first = known.add(stage.part());
            if (first && applied.get(i) instanceof Layer layer && given.size() == 1) {
                collect(path, layer, frozen, given.getFirst(), rows);
            } else {
                var y = results.get(inputs.size() + i);
                rows.add(row(path, applied.get(i), first, frozen, given, y));
            }
        }
        return results;
    }

    private static Tensor collect(
            String name, Layer layer, boolean frozen, Tensor x, List<Row> rows) {
        return switch (layer) {
            case Sequential(_, _, _, var layers) -> {
                var y = x;
                for (var i = 0; i < layers.size(); i++) {
                    var part = Named.in(layers.get(i), i);
                    var path = name.isEmpty() ? part : name + "." + part;
                    y = collect(path, layers.get(i), frozen, y, rows);
                }
                yield y;
            }
            case Named(_, var inner) -> collect(name, inner, frozen, x, rows);
            case Hooked(var inner, _, _) -> collect(name, inner, frozen, x, rows);
            case Frozen(_, var inner) -> collect(name, inner, true, x, rows);
            case Graph graph when graph.spec().inputs().size() == 1 -> {
                var results = collect(name, graph, frozen, List.of(x), rows);
                yield results.get(graph.spec().outputs().getFirst());
            }
            default -> {
                var y = layer.apply(x);
                rows.add(row(name, layer, true, frozen, List.of(x), y));
                yield y;
            }
        };
    }

    /// @param first whether it is the first use of the part; what is used again holds nothing more
    private static Row row(
            String name,
            Object part,
            boolean first,
            boolean frozen,
            List<? extends Tensor> xs,
            Tensor y) {
        var all = first ? count(Parameters.ofPart(part)) : 0;
        var trained = first && !frozen ? count(Parameters.trainablePart(part)) : 0;
        var text = frozen ? "frozen(" + Text.of(part) + ")" : Text.of(part);
        return new Row(name, text, Probe.shape(y), trained, all - trained, Work.between(xs, y));
    }

    private static long count(Map<String, Parameter> parameters) {
        return parameters.values().stream().mapToLong(Parameter::count).sum();
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
