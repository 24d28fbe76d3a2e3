package dev.gradus.train;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a checkpoint says beside its tensors. It may come from anywhere, so everything is checked.
///
/// @param values as they were read
record Notes(Map<?, ?> values) {
    private static final Set<String> UNUSUAL = Set.of("Infinity", "-Infinity", "NaN");

    /// Returns a number as JSON can hold it: those it does not know are text.
    static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }

    double number(String name) {
        var value = values.get(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text && UNUSUAL.contains(text)) {
            return Double.parseDouble(text);
        }
        throw wrong(name);
    }

    long whole(String name) {
        if (values.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw wrong(name);
    }

    int count(String name) {
        var number = whole(name);
        if (number > Integer.MAX_VALUE) {
            throw wrong(name);
        }
        return (int) number;
    }

    boolean truth(String name) {
        if (values.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw wrong(name);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Notes notes(String name) {
        return notes(name, values.get(name));
    }

    List<Notes> list(String name) {
        if (values.get(name) instanceof List<?> list) {
            return list.stream().map(item -> notes(name, item)).toList();
        }
        throw wrong(name);
    }

    List<String> texts(String name) {
        if (values.get(name) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw wrong(name);
    }

    private static Notes notes(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Notes(map);
        }
        throw wrong(name);
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException(
                "the checkpoint says nothing proper about '%s': it is damaged, or was not written by a Trainer. Take another one of the run"
                        .formatted(name));
    }
}
