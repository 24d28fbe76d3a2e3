package dev.gradus.course.check;

import dev.gradus.course.Words;
import dev.gradus.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A value as data that can be compared, printed, drawn and sent.
public sealed interface Shown {
    /// Numbers in a box.
    ///
    /// @param shape the sizes of its axes; empty for a single number
    /// @param values the numbers, the last axis first to change
    record Numbers(List<Integer> shape, List<Double> values) implements Shown {
        /// Copies the lists.
        public Numbers {
            shape = List.copyOf(shape);
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return text(0, 0, values.size(), "");
        }

        private String text(int axis, int from, int to, String indent) {
            if (axis == shape.size()) {
                return number(values.get(from));
            }
            var size = shape.get(axis);
            var step = size == 0 ? 0 : (to - from) / size;
            var inner = indent + " ";
            var parts = new ArrayList<String>();
            for (var i = 0; i < size; i++) {
                parts.add(text(axis + 1, from + i * step, from + (i + 1) * step, inner));
            }
            var isRow = axis == shape.size() - 1;
            return "[" + String.join(isRow ? ", " : ",\n" + inner, parts) + "]";
        }
    }

    /// A text, a truth value or anything else that is written.
    record Written(String text) implements Shown {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    /// Several values of which not all are numbers, or rows of unequal length.
    record Several(List<Shown> items) implements Shown {
        /// Copies the list.
        public Several {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "[" + String.join(", ", items.stream().map(Shown::toString).toList()) + "]";
        }
    }

    /// No value at all.
    ///
    /// @param why such as `null`, or the exception that came instead
    record Nothing(String why) implements Shown {
        @Override
        public String toString() {
            return why;
        }
    }

    /// Returns a value of a program as data.
    static Shown of(@Nullable Object value) {
        return switch (value) {
            case null -> new Nothing("null");
            case Shown shown -> shown;
            case Number number -> new Numbers(List.of(), List.of(number.doubleValue()));
            case Tensor tensor ->
                    new Numbers(
                            Arrays.stream(tensor.shape().toArray()).boxed().toList(),
                            Arrays.stream(tensor.toDoubles()).boxed().toList());
            case List<?> list -> ofItems(list.stream().map(Shown::of).toList());
            case Object array when array.getClass().isArray() -> ofArray(array);
            default -> new Written(String.valueOf(value));
        };
    }

    private static Shown ofArray(Object array) {
        var items = new ArrayList<Shown>();
        for (var i = 0; i < Array.getLength(array); i++) {
            items.add(of(Array.get(array, i)));
        }
        return ofItems(items);
    }

    /// Boxes of one shape side by side are a box with an axis more.
    private static Shown ofItems(List<Shown> items) {
        if (items.isEmpty()) {
            return new Numbers(List.of(0), List.of());
        }
        if (!(items.getFirst() instanceof Numbers first)) {
            return new Several(items);
        }
        var values = new ArrayList<Double>();
        for (var item : items) {
            if (!(item instanceof Numbers(var shape, var numbers))
                    || !shape.equals(first.shape())) {
                return new Several(items);
            }
            values.addAll(numbers);
        }
        var shape = new ArrayList<Integer>();
        shape.add(items.size());
        shape.addAll(first.shape());
        return new Numbers(shape, values);
    }

    /// Returns a number as people write it: `3`, `0.25`, `1.5e-7`.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        var text = String.format(Locale.ENGLISH, "%.6g", value);
        return text.contains("e") ? text : text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }

    /// Returns how many numbers or texts it holds.
    default int count() {
        return switch (this) {
            case Numbers(_, var values) -> values.size();
            case Several(var items) -> items.stream().mapToInt(Shown::count).sum();
            case Written _, Nothing _ -> 1;
        };
    }

    /// Returns what it is, in a few words, such as `numbers of shape [2, 3]`.
    default String kind() {
        return switch (this) {
            case Numbers(var shape, _) ->
                    shape.isEmpty() ? Words.say("kind.number") : Words.say("kind.box", shape);
            case Several(var items) -> Words.say("kind.several", items.size());
            case Written _ -> Words.say("kind.text");
            case Nothing(var why) -> why;
        };
    }
}
