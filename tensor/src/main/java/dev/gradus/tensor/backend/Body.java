package dev.gradus.tensor.backend;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Ints;
import dev.gradus.tensor.op.Op;
import java.util.List;

/// What a kernel does at each element: a few operations on numbered registers.
///
/// Registers 0 to `inputs - 1` hold the element of each input; step `i` fills register `inputs + i`.
/// `results` names the registers that are kept.
public record Body(int inputs, List<Step> steps, Ints results) {
    /// One operation: a unary, binary, select, cast or random one, or a reduction of rows or its opposite,
    /// the type of its result, and the registers it reads.
    public record Step(Op op, DType type, Ints arguments) {}

    /// The body that hands its only input on.
    public static final Body IDENTITY = new Body(1, List.of(), Ints.of(0));
}
