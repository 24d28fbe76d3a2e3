package dev.gradus.tensor.backend;

import dev.gradus.tensor.DType;

/// What a kernel reads or writes: the number of a buffer in its program, and where in it.
public record Operand(int slot, DType type, View view) {
    @Override
    public String toString() {
        return "#%d %s %s".formatted(slot, type, view);
    }
}
