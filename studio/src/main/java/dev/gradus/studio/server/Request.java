package dev.gradus.studio.server;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a page asked for, with its parts by name and kind; each complaint names the part.
///
/// @param parts as they were read from JSON
public record Request(Map<String, Object> parts) {
    private static final double MOST = 1e9;

    /// Reads what a page said.
    ///
    /// @throws IllegalArgumentException if it is no JSON object or does not say what to do
    public static Request of(String text) {
        try {
            var request = new Request(Json.read(text));
            request.text("do");
            return request;
        } catch (JsonException e) {
            throw new IllegalArgumentException("this is no JSON object: " + e.getMessage(), e);
        }
    }

    /// Returns what is to be done.
    public String what() {
        return text("do");
    }

    /// Returns a text.
    public String text(String name) {
        if (parts.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "text");
    }

    /// Returns whether anything is said of this, be it that there is none.
    public boolean says(String name) {
        return parts.containsKey(name);
    }

    /// Returns whether there is this.
    public boolean has(String name) {
        return parts.get(name) != null;
    }

    /// Returns a whole number.
    public long whole(String name) {
        if (parts.get(name) instanceof Long number) {
            return number;
        }
        throw wrong(name, "a whole number");
    }

    /// Returns a number that is neither infinite nor missing, from `low` to `high`.
    public double number(String name, double low, double high) {
        if (parts.get(name) instanceof Number number
                && number.doubleValue() >= low
                && number.doubleValue() <= high) {
            return number.doubleValue();
        }
        throw wrong(name, "a number from %s to %s".formatted(low, high));
    }

    /// Returns a whole number from 0 to below `end`.
    public int index(String name, int end) {
        if (parts.get(name) instanceof Long number && number >= 0 && number < end) {
            return Math.toIntExact(number);
        }
        throw wrong(name, "a whole number from 0 to " + (end - 1));
    }

    /// Returns true or false.
    public boolean truth(String name) {
        if (parts.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw wrong(name, "true or false");
    }

    /// Returns one of these.
    public <E extends Enum<E>> E choice(String name, E[] choices) {
        var word = text(name);
        return Arrays.stream(choices)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(name, "one of " + Arrays.toString(choices)));
    }

    /// Returns `count` numbers, none of which is missing or beyond a thousand million.
    public float[] numbers(String name, int count) {
        if (!(parts.get(name) instanceof List<?> list) || list.size() != count) {
            throw wrong(name, "a list of %d numbers".formatted(count));
        }
        var numbers = new float[count];
        for (var i = 0; i < count; i++) {
            if (!(list.get(i) instanceof Number number)
                    || !(Math.abs(number.doubleValue()) <= MOST)) {
                throw wrong(name, "a list of %d numbers".formatted(count));
            }
            numbers[i] = number.floatValue();
        }
        return numbers;
    }

    /// Returns `count` brightnesses from 0 to 255, which were said as bytes in base 64.
    public float[] brightnesses(String name, int count) {
        try {
            var bytes = Base64.getDecoder().decode(text(name));
            if (bytes.length == count) {
                var values = new float[count];
                for (var i = 0; i < count; i++) {
                    values[i] = bytes[i] & 0xFF;
                }
                return values;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw wrong(name, "%d bytes in base 64".formatted(count));
    }

    private IllegalArgumentException wrong(String name, String expected) {
        var said = String.valueOf(parts.get(name));
        return new IllegalArgumentException(
                "'%s' is %s: give %s"
                        .formatted(
                                name,
                                said.length() > 40 ? said.substring(0, 40) + "..." : said,
                                expected));
    }
}
