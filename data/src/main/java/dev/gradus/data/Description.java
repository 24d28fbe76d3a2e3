package dev.gradus.data;

import java.util.List;
import java.util.Map;

/// Reads a preprocessing's description and says what is wrong with it, if anything is.
final class Description {
    private final Map<?, ?> entries;

    Description(Map<?, ?> entries) {
        this.entries = entries;
    }

    String text(String key) {
        if (entries.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    double number(String key) {
        if (entries.get(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(key, "a finite number");
    }

    float[] numbers(String key) {
        var list = list(key);
        var numbers = new float[list.size()];
        for (var i = 0; i < numbers.length; i++) {
            if (list.get(i) instanceof Number number && Float.isFinite(number.floatValue())) {
                numbers[i] = number.floatValue();
            } else {
                throw wrong(key, "a list of finite numbers");
            }
        }
        return numbers;
    }

    Description entries(String key) {
        if (entries.get(key) instanceof Map<?, ?> map) {
            return new Description(map);
        }
        throw wrong(key, "a map");
    }

    List<?> list(String key) {
        if (entries.get(key) instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "a list");
    }

    private IllegalArgumentException wrong(String key, String expected) {
        var found = String.valueOf(entries.get(key));
        var shown = found.length() > 60 ? found.substring(0, 60) + "..." : found;
        return new IllegalArgumentException(
                "the description of a preprocessing has \"%s\": %s, but %s is expected there"
                        .formatted(key, shown, expected));
    }
}
