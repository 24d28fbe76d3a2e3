package dev.gradus.studio.model;

import dev.gradus.studio.server.Request;
import java.util.Set;

/// What a page may ask of the models.
sealed interface Asked {
    /// How long a text may be.
    int LONGEST_TEXT = 4096;

    /// What a new input leaves as it is.
    Set<String> KEPT_FOR_AN_INPUT = Set.of("models", "open", "answer");

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

    /// Returns whether this makes an older question pointless: one about the same; of another model all, and of
    /// another input all about the one before. A model that is being opened is not given up for an input that was
    /// meant for it.
    default boolean supersedes(Asked older) {
        return older.about().equals(about())
                || switch (about()) {
                    case "open" -> !older.about().equals("models");
                    case "input" -> !KEPT_FOR_AN_INPUT.contains(older.about());
                    default -> false;
                };
    }

    /// Returns what `text` asks.
    ///
    /// @throws IllegalArgumentException if it makes no sense
    static Asked of(String text) {
        var said = Request.of(text);
        return switch (said.what()) {
            case "models" -> new Models();
            case "open" -> new Open(said.text("model", LONGEST_TEXT));
            case "example" -> new Example(count(said, "number"));
            case "zeros" -> new Zeros();
            case "noise" -> new Noise(said.whole("seed"));
            case "typed" -> new Typed(said.numbers("numbers", 0, Inputs.MOST_TYPED));
            case "text" -> new Text(said.text("text", LONGEST_TEXT));
            case "answer" -> new Answered(count(said, "output"));
            case "layer" -> new Layer(count(said, "place"));
            case "channel" -> new Channel(count(said, "place"), count(said, "channel"), false);
            case "source" -> new Channel(count(said, "place"), count(said, "channel"), true);
            case "number" ->
                    new Number(
                            count(said, "place"),
                            count(said, "channel"),
                            count(said, "row"),
                            count(said, "column"));
            case "mattered" -> new What(said.text("how").equals("covering"), count(said, "target"));
            case "points" -> new Points(count(said, "place"));
            case "near" -> new Near(count(said, "point"));
            default ->
                    throw new IllegalArgumentException(
                            "'%s' cannot be done".formatted(said.what()));
        };
    }

    /// A number from 0 on, or -1 where there is none.
    private static int count(Request said, String name) {
        return Math.toIntExact(said.whole(name, -1, Integer.MAX_VALUE));
    }
}
