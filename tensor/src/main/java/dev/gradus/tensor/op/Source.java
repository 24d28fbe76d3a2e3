package dev.gradus.tensor.op;

import dev.gradus.tensor.Parameter;

/// Where numbers come from: nodes of the graph that compute from nothing, or from a key alone.
public sealed interface Source extends Op {
    /// Numbers that were handed in, such as a batch of pictures. Their values never shape a program.
    record Input() implements Source {}

    /// One number written in the program's text, such as the 1 in `x.add(1)`.
    record Literal(double value) implements Source {}

    /// Zero because nothing flows here: the gradient of a branch that is not taken. What it is multiplied
    /// with is not computed, and could not make it anything else.
    record Nothing() implements Source {}

    /// How many numbers there are of something: it follows from shapes, so it is part of the structure.
    record Count(int count) implements Source {}

    /// The value a parameter has between two changes; `version` counts the changes before it.
    record Variable(Parameter parameter, int version) implements Source {}

    /// The key of the step that is running: the same for all its random numbers, another one in the
    /// next step. Outside a step it has a fixed value.
    record StepKey() implements Source {}

    /// Uniform random numbers in [0, 1), made from a key (`int64` scalar), the place in the graph and
    /// the position in the tensor, so that they do not depend on who computes them. `site` tells apart the
    /// nodes that share the key of a step.
    record Random(int site) implements Source {}

    /// The whole numbers 0, 1, 2, ... along a single axis.
    record Iota() implements Source {}
}
