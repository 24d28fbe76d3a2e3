package dev.gradus.train;

import dev.gradus.nn.Hook;
import dev.gradus.nn.Hooks;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.train.record.LayerStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Looks at the layers of a network in one step: what they put out and the gradients of their
/// parameters are summed up within the step, as further outputs of its program; what the step changed
/// is measured afterwards.
final class LayerWatch {
    private static final String WHOLE = "network";

    private final Layer watched;
    private final Map<String, Tensor> seen = new LinkedHashMap<>();
    private final Map<String, List<Parameter>> parameters = new LinkedHashMap<>();
    private final List<Parameter> all = new ArrayList<>();

    LayerWatch(Layer layer) {
        var hook = Hook.outputs(seen::putIfAbsent);
        this.watched =
                switch (layer) {
                    case Sequential network -> Hooks.into(network, hook);
                    case Graph network -> Hooks.into(network, hook);
                    default ->
                            x -> {
                                var y = layer.apply(x);
                                seen.putIfAbsent(WHOLE, y);
                                return y;
                            };
                };
        Parameters.trainable(layer)
                .forEach((name, parameter) -> {
                    parameters
                            .computeIfAbsent(layerOf(name, layer), _ -> new ArrayList<>())
                            .add(parameter);
                    all.add(parameter);
                });
    }

    /// Returns to which layer a parameter belongs: `features.2.weight` to `features.2`.
    private static String layerOf(String name, Layer layer) {
        var dot = name.lastIndexOf('.');
        return dot < 0 || !(layer instanceof Sequential || layer instanceof Graph)
                ? WHOLE
                : name.substring(0, dot);
    }

    /// Returns what the network makes of `x`, and notes what its layers do.
    Tensor apply(Tensor x) {
        seen.clear();
        return watched.apply(x);
    }

    /// A step that is looked at.
    ///
    /// @param layers what its layers put out, by name, as four numbers each
    /// @param gradients the sum of squares and of absolute values for each parameter
    /// @param before the parameters before it
    record Look(
            Map<String, List<Tensor>> layers, List<List<Tensor>> gradients, List<Buffer> before) {
        /// Returns what the step must compute along the way.
        List<Tensor> outputs() {
            var outputs = new ArrayList<Tensor>();
            layers.values().forEach(outputs::addAll);
            gradients.forEach(outputs::addAll);
            return outputs;
        }
    }

    /// Begins to look at a step that makes `loss` smaller.
    Look begin(Tensor loss) {
        var layers = new LinkedHashMap<String, List<Tensor>>();
        seen.forEach((name, output) -> {
            if (output.type().isFloating()) {
                layers.put(name, figures(output));
            }
        });
        var gradients =
                all.isEmpty()
                        ? List.<List<Tensor>>of()
                        : Gradients.of(loss, all).stream()
                                .map(it -> List.of(it.square().sum(), it.abs().sum()))
                                .toList();
        seen.clear();
        return new Look(layers, gradients, all.stream().map(it -> it.buffer().copy()).toList());
    }

    private static List<Tensor> figures(Tensor output) {
        var zero = output.equal(0).cast(DType.FLOAT32);
        var axes = IntStream.range(0, output.rank() - 1).toArray();
        var silent = axes.length == 0 ? zero : output.abs().max(axes).equal(0).cast(DType.FLOAT32);
        return List.of(output.mean(), output.variance(), zero.mean(), silent.mean());
    }

    /// Returns what was seen, after the step.
    List<LayerStatistics> end(Look look) {
        var names = new LinkedHashMap<String, List<Parameter>>();
        look.layers().keySet().forEach(name -> names.put(name, new ArrayList<>()));
        parameters.forEach((name, own) ->
                names.computeIfAbsent(place(name, look), _ -> new ArrayList<>()).addAll(own));
        return names.entrySet().stream()
                .map(entry -> statistics(entry.getKey(), entry.getValue(), look))
                .toList();
    }

    /// Returns the name of the layer that was seen and that this one is or is a part of.
    private static String place(String name, Look look) {
        var place = name;
        while (!look.layers().containsKey(place) && place.indexOf('.') > 0) {
            place = place.substring(0, place.lastIndexOf('.'));
        }
        return look.layers().containsKey(place) ? place : name;
    }

    private LayerStatistics statistics(String name, List<Parameter> own, Look look) {
        var squares = own.isEmpty() ? Double.NaN : 0;
        var sizes = squares;
        var changes = squares;
        var lengths = squares;
        var count = 0L;
        for (var parameter : own) {
            var index = all.indexOf(parameter);
            squares += look.gradients().get(index).get(0).item();
            sizes += look.gradients().get(index).get(1).item();
            var before = look.before().get(index);
            changes += squaredDistance(before, parameter.buffer());
            lengths += squaredLength(before);
            count += parameter.count();
        }
        var output = look.layers().getOrDefault(name, List.of());
        return new LayerStatistics(
                name,
                Math.sqrt(squares),
                sizes / count,
                lengths == 0 ? Double.NaN : Math.sqrt(changes / lengths),
                item(output, 0),
                Math.sqrt(item(output, 1)),
                item(output, 2),
                item(output, 3));
    }

    private static double item(List<Tensor> figures, int index) {
        return figures.isEmpty() ? Double.NaN : figures.get(index).item();
    }

    private static double squaredDistance(Buffer before, Buffer after) {
        var sum = 0.0;
        if (before instanceof Buffer.Floats old && after instanceof Buffer.Floats now) {
            for (var i = 0; i < old.values.length; i++) {
                double change = now.values[i] - old.values[i];
                sum += change * change;
            }
            return sum;
        }
        for (var i = 0; i < before.size(); i++) {
            var change = after.getDouble(i) - before.getDouble(i);
            sum += change * change;
        }
        return sum;
    }

    private static double squaredLength(Buffer numbers) {
        var sum = 0.0;
        if (numbers instanceof Buffer.Floats floats) {
            for (double value : floats.values) {
                sum += value * value;
            }
            return sum;
        }
        for (var i = 0; i < numbers.size(); i++) {
            sum += numbers.getDouble(i) * numbers.getDouble(i);
        }
        return sum;
    }
}
