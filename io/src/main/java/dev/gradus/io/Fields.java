package dev.gradus.io;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a JSON object from anywhere, and says what is wrong with them, if anything
/// is.
final class Fields {
    private final String what;
    private final Map<?, ?> fields;

    Fields(String what, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ModelFileException("%s must be described by a JSON object".formatted(what));
        }
        this.what = what;
        this.fields = map;
    }

    List<String> names() {
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    /// Refuses fields that are not known: a newer version may mean something by them.
    void only(String... known) {
        var names = Set.of(known);
        for (var name : names()) {
            if (!names.contains(name)) {
                throw new ModelFileException(
                        "%s has the field '%s', which is not known: was the file made by a newer version?"
                                .formatted(what, shortened(name)));
            }
        }
    }

    String text(String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "text");
    }

    boolean truth(String name) {
        if (fields.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw wrong(name, "true or false");
    }

    long whole(String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw wrong(name, "a whole number");
    }

    int count(String name) {
        if (fields.get(name) instanceof Long number && number == (int) (long) number) {
            return (int) (long) number;
        }
        throw wrong(name, "a whole number of 32 bits");
    }

    double real(String name) {
        if (fields.get(name) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(name, "a number");
    }

    Fields object(String name) {
        return new Fields(what + "." + name, fields.get(name));
    }

    /// Returns an object as it was read.
    Map<String, Object> map(String name) {
        if (fields.get(name) instanceof Map<?, ?> map) {
            var copy = new java.util.LinkedHashMap<String, Object>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
            return copy;
        }
        throw wrong(name, "an object");
    }

    <T> List<T> list(String name, Function<@Nullable Object, T> each) {
        if (fields.get(name) instanceof List<?> list) {
            return list.stream().<T>map(each::apply).toList();
        }
        throw wrong(name, "a list");
    }

    List<String> texts(String name) {
        return list(
                name,
                item -> {
                    if (item instanceof String text) {
                        return text;
                    }
                    throw wrong(name, "a list of text");
                });
    }

    /// Returns a list of whole numbers that are 0 or more.
    long[] wholeNumbers(String name) {
        return list(
                        name,
                        item -> {
                            if (item instanceof Long number && number >= 0) {
                                return number;
                            }
                            throw wrong(name, "a list of whole numbers of 0 or more");
                        })
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private ModelFileException wrong(String name, String expected) {
        return new ModelFileException(
                "%s has '%s': %s, but %s was expected there"
                        .formatted(
                                what, name, shortened(String.valueOf(fields.get(name))), expected));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
