package dev.gradus.tensor.op;

/// One primitive computation. Everything else in Gradus is written in these.
///
/// The family is sealed: an operation added here fails compilation exactly in the tables that lack
/// its row: its shape in [ShapeRules], its gradient in [Derivatives], its meaning in the interpreter
/// and its kernel in the graph.
public sealed interface Op
        permits Source,
                Unary,
                Binary,
                Select,
                Cast,
                Reduce,
                Move,
                Contract,
                Window,
                Index,
                ArgSort,
                CumulativeSum,
                Marker {}
