package dev.gradus.nn.graph;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Checks that a graph can be built, whoever described it.
final class Wiring {
    private Wiring() {}

    static void check(
            List<Input> inputs, List<Part> parts, List<Step> steps, List<Integer> outputs) {
        require(!inputs.isEmpty(), "a graph has no input");
        require(!outputs.isEmpty(), "a graph has no output");
        var used = new boolean[parts.size()];
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            require(
                    step.part() >= 0 && step.part() < parts.size(),
                    "step %d of a graph applies part %d of %d"
                            .formatted(i, step.part(), parts.size()));
            used[step.part()] = true;
            require(!step.inputs().isEmpty(), "step %d of a graph has no input".formatted(i));
            require(
                    parts.get(step.part()) instanceof Part.OfMerge || step.inputs().size() == 1,
                    "step %d of a graph applies a layer to %d inputs"
                            .formatted(i, step.inputs().size()));
            for (var input : step.inputs()) {
                require(
                        input >= 0 && input < inputs.size() + i,
                        "step %d of a graph reads result %d, which is not there yet"
                                .formatted(i, input));
            }
        }
        for (var i = 0; i < used.length; i++) {
            require(used[i], "part %d of a graph is used nowhere".formatted(i));
        }
        var names = new HashSet<String>();
        Stream.concat(inputs.stream().map(Input::name), steps.stream().map(Step::name))
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
                    output >= 0 && output < inputs.size() + steps.size(),
                    "a graph has result %d as an output, of %d"
                            .formatted(output, inputs.size() + steps.size()));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
