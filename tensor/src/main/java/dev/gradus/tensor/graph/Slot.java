package dev.gradus.tensor.graph;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.backend.Buffer;

/// What stands behind each buffer number of a program.
sealed interface Slot {
    /// A value that is handed in at every run.
    record Leaf(int index) implements Slot {}

    /// A value that is part of the program.
    record Constant(Buffer value) implements Slot {}

    /// A buffer that is handed in at every run to be filled.
    record Output(int index, DType type, int size) implements Slot {}

    /// Numbers that are needed only between two kernels.
    record Temporary(DType type, int size) implements Slot {}
}
