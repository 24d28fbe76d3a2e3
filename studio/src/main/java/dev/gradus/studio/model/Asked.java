package dev.gradus.studio.model;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import java.util.List;
import java.util.Map;

/// What a page may ask of the models.
sealed interface Asked {
    /// Which models there are.
    record Models() implements Asked {}

    /// Open one of them.
    record Open(String id) implements Asked {}

    /// Give the network an example of the data that fit.
    record Example(int number) implements Asked {}

    /// Give it zeros.
    record Zeros() implements Asked {}

    /// Give it noise.
    record Noise(long seed) implements Asked {}

    /// Give it numbers that were typed or drawn.
    record Typed(float[] numbers) implements Asked {}

    /// Give it a text.
    record Text(String text) implements Asked {}

    /// Of several outputs of a network, take this one for its answer.
    record Answered(int output) implements Asked {}

    /// Show one layer whole.
    record Layer(int place) implements Asked {}

    /// Show one channel or head; `source` if it is what a window of another place moves over.
    record Channel(int place, int channel, boolean source) implements Asked {}

    /// Show one number and how it came about.
    record Number(int place, int channel, int row, int column) implements Asked {}

    /// Show what an answer hangs on.
    record What(boolean covering, int target) implements Asked {}

    /// Show many inputs as points, as a place sees them; -1 for the place that fits best.
    record Points(int place) implements Asked {}

    /// Name the nearest points.
    record Near(int point) implements Asked {}

    /// Returns what it is about: of two that are about the same, the newer counts.
    default String about() {
        return switch (this) {
            case Models _ -> "models";
            case Open _ -> "open";
            case Example _, Zeros _, Noise _, Typed _, Text _ -> "input";
            case Answered _ -> "answer";
            case Layer _ -> "layer";
            case Channel(_, _, var source) -> source ? "source" : "channel";
            case Number _ -> "number";
            case What _ -> "mattered";
            case Points _ -> "points";
            case Near _ -> "near";
        };
    }

    /// Returns what `text` asks.
    ///
    /// @throws IllegalArgumentException if it makes no sense
    static Asked of(String text) {
        try {
            var parts = new Parts(Json.read(text));
            return switch (parts.text("do")) {
                case "models" -> new Models();
                case "open" -> new Open(parts.text("model"));
                case "example" -> new Example(parts.count("number"));
                case "zeros" -> new Zeros();
                case "noise" -> new Noise(parts.whole("seed"));
                case "typed" -> new Typed(parts.numbers("numbers"));
                case "text" -> new Text(parts.text("text"));
                case "answer" -> new Answered(parts.count("output"));
                case "layer" -> new Layer(parts.count("place"));
                case "channel" -> new Channel(parts.count("place"), parts.count("channel"), false);
                case "source" -> new Channel(parts.count("place"), parts.count("channel"), true);
                case "number" ->
                        new Number(
                                parts.count("place"),
                                parts.count("channel"),
                                parts.count("row"),
                                parts.count("column"));
                case "mattered" ->
                        new What(parts.text("how").equals("covering"), parts.count("target"));
                case "points" -> new Points(parts.count("place"));
                case "near" -> new Near(parts.count("point"));
                default ->
                        throw new IllegalArgumentException(
                                "'%s' cannot be done".formatted(parts.text("do")));
            };
        } catch (JsonException e) {
            throw new IllegalArgumentException("this is no JSON object: " + e.getMessage(), e);
        }
    }

    /// The parts of a message by name; each complaint names the part.
    record Parts(Map<String, Object> parts) {
        private static final int LONGEST_TEXT = 4096;

        String text(String name) {
            if (parts.get(name) instanceof String text && text.length() <= LONGEST_TEXT) {
                return text;
            }
            throw wrong(name, "text of at most " + LONGEST_TEXT + " characters");
        }

        long whole(String name) {
            if (parts.get(name) instanceof Long number) {
                return number;
            }
            throw wrong(name, "a whole number");
        }

        int count(String name) {
            var number = whole(name);
            if (number < -1 || number > Integer.MAX_VALUE) {
                throw wrong(name, "a number from -1 on");
            }
            return (int) number;
        }

        float[] numbers(String name) {
            if (parts.get(name) instanceof List<?> list && list.size() <= Inputs.MOST_TYPED) {
                var numbers = new float[list.size()];
                for (var i = 0; i < numbers.length; i++) {
                    if (!(list.get(i) instanceof java.lang.Number number)
                            || !Float.isFinite(number.floatValue())) {
                        throw wrong(name, "numbers");
                    }
                    numbers[i] = number.floatValue();
                }
                return numbers;
            }
            throw wrong(name, "a list of at most " + Inputs.MOST_TYPED + " numbers");
        }

        private static IllegalArgumentException wrong(String name, String expected) {
            return new IllegalArgumentException("'%s' is to be %s".formatted(name, expected));
        }
    }
}
