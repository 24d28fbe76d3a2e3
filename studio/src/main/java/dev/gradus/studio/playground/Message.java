package dev.gradus.studio.playground;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a page said, with its parts by name and kind; each complaint names the part.
///
/// @param parts as they were read from JSON
record Message(Map<String, Object> parts) {
    String text(String name) {
        if (parts.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "text");
    }

    double number(String name) {
        if (parts.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, "a number");
    }

    long whole(String name) {
        if (parts.get(name) instanceof Long number) {
            return number;
        }
        throw wrong(name, "a whole number");
    }

    int count(String name) {
        var number = whole(name);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw wrong(name, "a smaller number");
        }
        return (int) number;
    }

    boolean truth(String name) {
        if (parts.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw wrong(name, "true or false");
    }

    <E extends Enum<E>> E choice(String name, E[] choices) {
        var word = text(name);
        return Arrays.stream(choices)
                .filter(choice -> word(choice).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        wrong(
                                name,
                                "one of " + Arrays.stream(choices).map(Message::word).toList()));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<?> list(String name) {
        if (parts.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    /// Returns the objects of a list.
    List<Message> objects(String name) {
        return list(name).stream().map(part -> object(name, part)).toList();
    }

    private Message object(String name, Object part) {
        if (part instanceof Map<?, ?> map) {
            var parts = new HashMap<String, Object>();
            map.forEach((key, value) -> parts.put(String.valueOf(key), value));
            return new Message(parts);
        }
        throw wrong(name, "objects");
    }

    /// Returns the lane of a race that this is.
    Command.Lane lane() {
        return new Command.Lane(
                choice("optimizer", Rule.values()), Setup.checkedRate(number("rate")));
    }

    private Source source() {
        if (!text("data").equals("own")) {
            return choice("data", PointSet.values());
        }
        var own = object("own", parts.getOrDefault("own", ""));
        return new Columns(own.count("x"), own.count("y"), own.count("label"), own.text("plus"));
    }

    Setup setup() {
        return new Setup(
                source(),
                count("points"),
                number("noise"),
                number("unseen"),
                whole("seed"),
                list("features").stream().map(this::feature).toList(),
                list("layers").stream().map(this::neurons).toList(),
                choice("activation", Bend.values()),
                choice("optimizer", Rule.values()),
                number("rate"),
                count("batch"),
                choice("loss", Measure.values()),
                choice("penalty", Penalty.values()),
                number("strength"));
    }

    private Feature feature(Object word) {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.word().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("features", "a list of x, y, xx, yy, xy, sinx, siny"));
    }

    private int neurons(Object count) {
        if (count instanceof Long number && number > 0 && number <= Setup.MOST_NEURONS) {
            return Math.toIntExact(number);
        }
        throw wrong("layers", "a list of numbers from 1 to " + Setup.MOST_NEURONS);
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException(
                "'%s' is %s: give %s".formatted(name, parts.get(name), expected));
    }
}
