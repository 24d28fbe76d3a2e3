package dev.gradus.nn.graph;

import java.util.List;

/// One application in a [Graph]: of part number `part`, to the results with these numbers. Inputs have the
/// first numbers, stages the following ones, in their order.
///
/// @param part the number of the part; several stages may apply the same one
/// @param inputs the numbers of what it is applied to
/// @param name the name of the result, empty if it has none
public record Stage(int part, List<Integer> inputs, String name) {
    /// Copies the list.
    public Stage {
        inputs = List.copyOf(inputs);
    }
}
