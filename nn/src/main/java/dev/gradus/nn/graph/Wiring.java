package dev.gradus.nn.graph;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Checks that a graph can be built, whoever described it.
final class Wiring {
    private Wiring() {}

    static void check(
            List<Input> inputs, List<Part> parts, List<Stage> stages, List<Integer> outputs) {
        require(!inputs.isEmpty(), "a graph has no input");
        require(!outputs.isEmpty(), "a graph has no output");
        var used = new boolean[parts.size()];
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            require(
                    stage.part() >= 0 && stage.part() < parts.size(),
                    "stage %d of a graph applies part %d of %d"
                            .formatted(i, stage.part(), parts.size()));
            used[stage.part()] = true;
            require(!stage.inputs().isEmpty(), "stage %d of a graph has no input".formatted(i));
            require(
                    parts.get(stage.part()) instanceof Part.OfMerge || stage.inputs().size() == 1,
                    "stage %d of a graph applies a layer to %d inputs"
                            .formatted(i, stage.inputs().size()));
            for (var input : stage.inputs()) {
                require(
                        input >= 0 && input < inputs.size() + i,
                        "stage %d of a graph reads result %d, which is not there yet"
                                .formatted(i, input));
            }
        }
        for (var i = 0; i < used.length; i++) {
            require(used[i], "part %d of a graph is used nowhere".formatted(i));
        }
        var names = new HashSet<String>();
        Stream.concat(inputs.stream().map(Input::name), stages.stream().map(Stage::name))
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    Node.checkName(name);
                    require(
                            names.add(name),
                            "two places of a graph are called '%s': a name is given once"
                                    .formatted(name));
                });
        for (var output : outputs) {
            require(
                    output >= 0 && output < inputs.size() + stages.size(),
                    "a graph has result %d as an output, of %d"
                            .formatted(output, inputs.size() + stages.size()));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
