package dev.gradus.course.picture;

import dev.gradus.course.check.Inputs;
import dev.gradus.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns what a picture answers into maps and lists that JSON knows, and what a page asks with into inputs.
/// Infinity and not-a-number, which JSON does not know, are texts on both ways.
final class PictureData {
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private PictureData() {}

    /// Returns an answer as data.
    ///
    /// @throws IllegalArgumentException if it holds what a page cannot be sent
    static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Character letter -> letter.toString();
            case Boolean truth -> truth;
            case Number number -> number(number.doubleValue());
            case Enum<?> constant -> constant.name();
            case Optional<?> optional -> written(optional.orElse(null));
            case Tensor tensor -> box(tensor.shape().toArray(), tensor.toDoubles(), 0, 0);
            case Map<?, ?> map -> map(map);
            case Iterable<?> items -> items(items);
            case Record record -> parts(record);
            case Object array when array.getClass().isArray() -> array(array);
            case Object other ->
                    throw new IllegalArgumentException(
                            "a %s cannot be sent to a page: return numbers, texts, arrays, tensors, records, lists or maps"
                                    .formatted(other.getClass().getName()));
        };
    }

    /// Returns what a page asks with: numbers, texts, truth values, and arrays of these.
    ///
    /// @throws IllegalArgumentException if it holds anything else
    static Inputs inputs(Map<String, ?> values) {
        var inputs = Inputs.none();
        for (var value : values.entrySet()) {
            inputs = inputs.with(value.getKey(), read(value.getKey(), value.getValue()));
        }
        return inputs;
    }

    private static Object read(String name, @Nullable Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Number number -> number.doubleValue();
            case String text -> NOT_FINITE.contains(text) ? Double.parseDouble(text) : text;
            case List<?> items -> array(name, items);
            case null, default ->
                    throw new IllegalArgumentException(
                            "%s is %s: ask with numbers, texts, truth values or arrays of these"
                                    .formatted(name, value));
        };
    }

    private static Object array(String name, List<?> items) {
        var values = items.stream().map(item -> read(name, item)).toList();
        if (!values.isEmpty() && values.stream().allMatch(String.class::isInstance)) {
            return values.toArray(String[]::new);
        }
        if (values.stream().allMatch(Double.class::isInstance)) {
            return values.stream().mapToDouble(Double.class::cast).toArray();
        }
        var type = values.getFirst().getClass();
        if (!type.isArray() || !values.stream().allMatch(type::isInstance)) {
            throw new IllegalArgumentException(
                    "%s holds values of several kinds: give arrays of one".formatted(name));
        }
        var array = Array.newInstance(type, values.size());
        for (var i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? value : String.valueOf(value);
    }

    private static Object box(int[] shape, double[] values, int axis, int from) {
        if (axis == shape.length) {
            return number(values[from]);
        }
        var step = 1;
        for (var i = axis + 1; i < shape.length; i++) {
            step *= shape[i];
        }
        var items = new ArrayList<Object>();
        for (var i = 0; i < shape[axis]; i++) {
            items.add(box(shape, values, axis + 1, from + i * step));
        }
        return items;
    }

    private static Object array(Object array) {
        var items = new ArrayList<@Nullable Object>();
        for (var i = 0; i < Array.getLength(array); i++) {
            items.add(written(Array.get(array, i)));
        }
        return items;
    }

    private static Object items(Iterable<?> values) {
        var items = new ArrayList<@Nullable Object>();
        values.forEach(value -> items.add(written(value)));
        return items;
    }

    private static Object map(Map<?, ?> values) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((key, value) -> map.put(String.valueOf(key), written(value)));
        return map;
    }

    private static Object parts(Record record) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                map.put(component.getName(), written(accessor.invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "the record %s cannot be read".formatted(record.getClass().getName()), e);
            }
        }
        return map;
    }

    /// Returns whether every number in an answer is finite.
    static boolean isFinite(@Nullable Object written) {
        return switch (written) {
            case String text -> !NOT_FINITE.contains(text);
            case Map<?, ?> map -> map.values().stream().allMatch(PictureData::isFinite);
            case List<?> items -> items.stream().allMatch(PictureData::isFinite);
            case null, default -> true;
        };
    }
}
