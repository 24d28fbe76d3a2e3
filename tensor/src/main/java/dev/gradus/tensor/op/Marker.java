package dev.gradus.tensor.op;

import dev.gradus.tensor.GradientRule;
import dev.gradus.tensor.Parameter;

/// Notes on the graph that compute nothing. Each is resolved when the graph is traced.
public sealed interface Marker extends Op {
    /// The input, through which no gradient flows.
    record Detach() implements Marker {}

    /// The first input in a training step, the second everywhere else.
    record ByMode() implements Marker {}

    /// The first input. A step that contains this node gives the parameter the value of the second
    /// input when it ends, together with all its other changes.
    record Assign(Parameter parameter) implements Marker {}

    /// The first input. Gradients flow not to it but to the other inputs, as the rule says.
    record ByRule(GradientRule rule) implements Marker {}
}
