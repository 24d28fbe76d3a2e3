package dev.gradus.studio.playground;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;

/// What a page may ask the playground to do.
sealed interface Command {
    /// Begin anew.
    ///
    /// @param id what pictures of this run are marked with
    record Begin(long id, Setup setup, boolean playing) implements Command {}

    /// Learn, or pause.
    record Play(boolean on) implements Command {}

    /// Learn for one epoch and pause.
    record Step() implements Command {}

    /// Learn that fast.
    record Pace(Speed speed) implements Command {}

    /// Show an earlier epoch, or the last one again.
    record Look(long epoch) implements Command {}

    /// Mark a place in the plane.
    record Mark(double x, double y) implements Command {}

    /// Set a weight, or the bias where `from` is -1.
    record Weight(int layer, int from, int to, double value) implements Command {}

    /// Say how this run is written in Java.
    record Export() implements Command {}

    /// How fast it learns.
    enum Speed {
        SLOW(4),
        NORMAL(40),
        FAST(Double.POSITIVE_INFINITY);

        private final double epochsPerSecond;

        Speed(double epochsPerSecond) {
            this.epochsPerSecond = epochsPerSecond;
        }

        /// Returns how many nanoseconds lie between two epochs.
        long pause() {
            return (long) (1e9 / epochsPerSecond);
        }
    }

    /// Returns the command that `text` holds.
    ///
    /// @throws IllegalArgumentException if there is none
    static Command of(String text) {
        try {
            var message = new Message(Json.read(text));
            return switch (message.text("do")) {
                case "begin" ->
                        new Begin(message.count("id"), message.setup(), message.truth("playing"));
                case "play" -> new Play(message.truth("on"));
                case "step" -> new Step();
                case "pace" -> new Pace(message.choice("speed", Speed.values()));
                case "look" -> new Look(message.whole("epoch"));
                case "mark" -> mark(message);
                case "weight" ->
                        new Weight(
                                message.count("layer"),
                                message.count("from"),
                                message.count("to"),
                                message.number("value"));
                case "export" -> new Export();
                default ->
                        throw new IllegalArgumentException(
                                "'%s' cannot be done".formatted(message.text("do")));
            };
        } catch (JsonException e) {
            throw new IllegalArgumentException("this is no JSON object: " + e.getMessage(), e);
        }
    }

    private static Mark mark(Message message) {
        return new Mark(
                Math.clamp(message.number("x"), -Plane.WIDE_REACH, Plane.WIDE_REACH),
                Math.clamp(message.number("y"), -Plane.REACH, Plane.REACH));
    }
}
