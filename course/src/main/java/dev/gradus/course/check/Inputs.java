package dev.gradus.course.check;

import dev.gradus.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a learner's method is given in one case: values by their names.
///
/// Values are numbers, texts, truth values, arrays of these, lists and tensors. A check hands a copy to
/// the learner and can tell afterwards whether it has been changed.
public final class Inputs {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Inputs() {}

    /// Returns inputs without a value.
    public static Inputs none() {
        return new Inputs();
    }

    /// Returns inputs of one value.
    public static Inputs of(String name, Object value) {
        return new Inputs().with(name, value);
    }

    /// Returns inputs of two values.
    public static Inputs of(String name, Object value, String name2, Object value2) {
        return of(name, value).with(name2, value2);
    }

    /// Returns inputs of three values.
    public static Inputs of(
            String name, Object value, String name2, Object value2, String name3, Object value3) {
        return of(name, value, name2, value2).with(name3, value3);
    }

    /// Returns these inputs and one more, or with another value of that name.
    public Inputs with(String name, Object value) {
        var more = copy();
        more.values.put(name, value);
        return more;
    }

    /// Returns inputs that share no array with these.
    public Inputs copy() {
        var copy = new Inputs();
        values.forEach((name, value) -> copy.values.put(name, copied(value)));
        return copy;
    }

    /// Returns a single number.
    public double number(String name) {
        return get(name, Number.class).doubleValue();
    }

    /// Returns a whole number.
    public int integer(String name) {
        var number = get(name, Number.class).doubleValue();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("%s is %s, no whole number".formatted(name, number));
        }
        return (int) number;
    }

    /// Returns a truth value.
    public boolean flag(String name) {
        return get(name, Boolean.class);
    }

    /// Returns a text.
    public String text(String name) {
        return get(name, String.class);
    }

    /// Returns texts.
    public String[] texts(String name) {
        return get(name, String[].class);
    }

    /// Returns whole numbers in a row.
    public int[] integers(String name) {
        return get(name, int[].class);
    }

    /// Returns numbers in a row.
    public double[] vector(String name) {
        return get(name, double[].class);
    }

    /// Returns numbers in rows.
    public double[][] matrix(String name) {
        return get(name, double[][].class);
    }

    /// Returns numbers in a box with three axes.
    public double[][][] box(String name) {
        return get(name, double[][][].class);
    }

    /// Returns a tensor.
    public Tensor tensor(String name) {
        return get(name, Tensor.class);
    }

    /// Returns the values as data.
    List<FailingCase.Named> shown() {
        var shown = new ArrayList<FailingCase.Named>();
        values.forEach((name, value) -> shown.add(new FailingCase.Named(name, Shown.of(value))));
        return shown;
    }

    /// Returns how many numbers there are, by which cases are called small.
    int count() {
        return values.values().stream().mapToInt(value -> Shown.of(value).count()).sum();
    }

    private <T> T get(String name, Class<T> type) {
        var value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "this check has no %s of type %s; it has %s"
                            .formatted(name, type.getSimpleName(), describe()));
        }
        return type.cast(value);
    }

    private String describe() {
        return String.join(
                ", ",
                values.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " " + entry.getValue().getClass().getSimpleName())
                        .toList());
    }

    private static @Nullable Object copiedItem(@Nullable Object value) {
        return value == null ? null : copied(value);
    }

    private static Object copied(Object value) {
        if (!value.getClass().isArray()) {
            return value;
        }
        var length = Array.getLength(value);
        var copy = Array.newInstance(value.getClass().getComponentType(), length);
        for (var i = 0; i < length; i++) {
            Array.set(copy, i, copiedItem(Array.get(value, i)));
        }
        return copy;
    }
}
