package dev.gradus.tensor;

import java.util.ArrayList;
import java.util.Locale;

/// Draws a tensor as text: numbers in aligned columns, rows and blocks, long axes shortened.
final class Printer {
    private static final int EDGE = 3;
    private static final int LONGEST = 12;

    private final Tensor tensor;
    private final boolean scientific;
    private final int digits;
    private int width;

    private Printer(Tensor tensor) {
        this.tensor = tensor;
        var largest = 0.0;
        var whole = true;
        for (var value : tensor.toDoubles()) {
            if (Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
                whole &= value == Math.rint(value);
            }
        }
        scientific =
                tensor.type().isFloating() && (largest >= 1e7 || largest > 0 && largest < 1e-4);
        digits = tensor.type().isFloating() ? whole ? 1 : 4 : 0;
    }

    static String print(Tensor tensor) {
        var printer = new Printer(tensor);
        if (tensor.rank() == 0) {
            return printer.number(0);
        }
        var head = "Tensor%s %s".formatted(tensor.shape(), tensor.type());
        if (tensor.count() == 0) {
            return head + " (empty)";
        }
        printer.measure(0, 0);
        var out = new StringBuilder(head);
        printer.block(out, 0, 0);
        return out.toString();
    }

    /// Finds the widest of the numbers that will be shown.
    private void measure(int axis, int offset) {
        var stride = tensor.shape().strides()[axis];
        for (var index : shown(tensor.size(axis))) {
            if (index >= 0 && axis == tensor.rank() - 1) {
                width = Math.max(width, number(offset + index).length());
            } else if (index >= 0) {
                measure(axis + 1, offset + index * stride);
            }
        }
    }

    private void block(StringBuilder out, int axis, int offset) {
        var size = tensor.size(axis);
        if (axis == tensor.rank() - 1) {
            out.append('\n');
            for (var index : shown(size)) {
                out.append(' ').append(index < 0 ? "..." : pad(number(offset + index)));
            }
            return;
        }
        var stride = tensor.shape().strides()[axis];
        for (var index : shown(size)) {
            if (index < 0) {
                out.append("\n ...");
            } else {
                block(out, axis + 1, offset + index * stride);
                if (axis < tensor.rank() - 2 && index < size - 1) {
                    out.append('\n');
                }
            }
        }
    }

    private static Iterable<Integer> shown(int size) {
        var indices = new ArrayList<Integer>();
        for (var i = 0; i < size; i++) {
            if (size <= LONGEST || i < EDGE || i >= size - EDGE) {
                indices.add(i);
            } else if (i == EDGE) {
                indices.add(-1);
            }
        }
        return indices;
    }

    private String pad(String number) {
        return " ".repeat(Math.max(0, width - number.length())) + number;
    }

    private String number(int offset) {
        var buffer = tensor.buffer();
        if (tensor.type() == DType.BOOL) {
            return buffer.getLong(offset) != 0 ? "true" : "false";
        }
        if (!tensor.type().isFloating()) {
            return Long.toString(buffer.getLong(offset));
        }
        var value = buffer.getDouble(offset);
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Inf" : "-Inf";
        }
        if (scientific) {
            return String.format(Locale.ROOT, "%.4e", value);
        }
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
