package dev.gradus.train.record;

import dev.gradus.io.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a JSON object that anybody may have written: what is missing, or is no such
/// value, is nothing, and texts are shortened.
///
/// @param json the object
record JsonFields(Map<String, Object> json) {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ITEMS = 1_000;

    private @Nullable Object value(String key) {
        return json.get(key);
    }

    /// Returns a text as it is, such as the name of a file.
    String exactly(String key) {
        return text(value(key));
    }

    /// Returns a text to be read by people.
    String text(String key) {
        return PlainText.limited(exactly(key), LONGEST_TEXT);
    }

    /// Returns a text of a few words.
    String name(String key) {
        return PlainText.limited(exactly(key), LONGEST_NAME);
    }

    List<String> texts(String key) {
        return value(key) instanceof List<?> list && list.size() <= MOST_ITEMS
                ? list.stream().map(JsonFields::text).toList()
                : List.of();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    long whole(String key) {
        return value(key) instanceof Long number ? number : 0;
    }

    Optional<Instant> time(String key) {
        try {
            return value(key) instanceof String text
                    ? Optional.of(Instant.parse(text))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    Map<String, Object> map(String key) {
        var copy = new LinkedHashMap<String, Object>();
        if (value(key) instanceof Map<?, ?> map) {
            map.forEach((name, item) -> copy.put(String.valueOf(name), item));
        }
        return copy;
    }
}
