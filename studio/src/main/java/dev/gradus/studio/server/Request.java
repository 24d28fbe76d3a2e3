package dev.gradus.studio.server;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /// Returns a text of at most so many characters.
    public String text(String name, int most) {
        var text = text(name);
        if (text.length() > most) {
            throw new IllegalArgumentException(
                    "'%s' has %d characters; it may have %d".formatted(name, text.length(), most));
        }
        return text;
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

    /// Returns a whole number from `low` to `high`.
    public long whole(String name, long low, long high) {
        var number = whole(name);
        if (number < low || number > high) {
            throw wrong(name, "a whole number from %d to %d".formatted(low, high));
        }
        return number;
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

    /// Returns a number.
    public double number(String name) {
        if (parts.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, "a number");
    }

    /// Returns a whole number that an `int` can hold.
    public int count(String name) {
        return Math.toIntExact(whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE));
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
                .filter(it -> word(it).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        wrong(
                                name,
                                "one of " + Arrays.stream(choices).map(Request::word).toList()));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Returns a list.
    public List<?> list(String name) {
        if (parts.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    /// Returns up to `most` texts.
    public List<String> texts(String name, int most) {
        var list = list(name);
        if (list.size() > most || !list.stream().allMatch(String.class::isInstance)) {
            throw wrong(name, "a list of at most %d texts".formatted(most));
        }
        return list.stream().map(String::valueOf).toList();
    }

    /// Returns the parts of an object.
    public Request object(String name) {
        return object(name, parts.get(name));
    }

    /// Returns the parts of an object, whatever they are called.
    public Map<String, Object> map(String name) {
        return object(name).parts();
    }

    /// Returns the objects of a list.
    public List<Request> objects(String name) {
        return list(name).stream().map(it -> object(name, it)).toList();
    }

    private Request object(String name, @Nullable Object part) {
        if (part instanceof Map<?, ?> map) {
            var named = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            return new Request(named);
        }
        throw wrong(name, "an object");
    }

    /// Returns `count` numbers, none of which is missing or beyond a thousand million.
    public float[] numbers(String name, int count) {
        return numbers(name, count, count);
    }

    /// Returns from `least` to `most` such numbers.
    public float[] numbers(String name, int least, int most) {
        var list = list(name);
        var numbers = new float[list.size()];
        var isFine = list.size() >= least && list.size() <= most;
        for (var i = 0; i < numbers.length && isFine; i++) {
            isFine = list.get(i) instanceof Number number && Math.abs(number.doubleValue()) <= MOST;
            numbers[i] = isFine ? ((Number) list.get(i)).floatValue() : 0;
        }
        if (!isFine) {
            throw wrong(
                    name,
                    "a list of %s numbers".formatted(least == most ? most : least + " to " + most));
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

    /// Returns the complaint about a part.
    public IllegalArgumentException wrong(String name, String expected) {
        var said = String.valueOf(parts.get(name));
        return new IllegalArgumentException(
                "'%s' is %s: give %s"
                        .formatted(
                                name,
                                said.length() > 40 ? said.substring(0, 40) + "..." : said,
                                expected));
    }
}
