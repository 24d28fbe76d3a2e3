package dev.gradus.nn.graph;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Merge;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Gives the parts of a graph their weights, stage by stage, as the shapes become known.
final class Building {
    private final Graph.Spec spec;
    private final Seed seed;

    Building(Graph.Spec spec, Seed seed) {
        this.spec = spec;
        this.seed = seed;
    }

    Graph graph() {
        // examples without numbers: applying the layers to them tells the shapes, nothing is
        // computed
        var results = new ArrayList<Tensor>();
        for (var i = 0; i < spec.inputs().size(); i++) {
            var shape = Shape.of(1).append(spec.inputs().get(i).shape());
            results.add(Tensor.scalar(0, spec.inputType(i)).expand(shape));
        }
        var names = spec.partNames();
        var parts = new LinkedHashMap<String, Object>();
        for (var i = 0; i < spec.stages().size(); i++) {
            var stage = spec.stages().get(i);
            var given = stage.inputs().stream().map(results::get).toList();
            try {
                var part =
                        parts.computeIfAbsent(
                                names.get(stage.part()), name -> built(stage, name, given));
                results.add(
                        part instanceof Layer layer && given.size() == 1
                                ? layer.apply(given.getFirst())
                                : ((Merge) part).apply(given));
            } catch (IllegalArgumentException e) {
                throw spec.explained(i, e);
            }
        }
        return new Graph(spec, parts);
    }

    private Object built(Stage stage, String name, List<Tensor> given) {
        var shapes =
                given.stream()
                        .map(Tensor::shape)
                        .map(shape -> shape.range(1, shape.rank()))
                        .toList();
        return switch (spec.parts().get(stage.part())) {
            case Part.OfLayer(var layer) -> layer.build(shapes.getFirst(), seed.child(name));
            case Part.OfMerge(var merge) -> merge.build(shapes, seed.child(name));
        };
    }
}
