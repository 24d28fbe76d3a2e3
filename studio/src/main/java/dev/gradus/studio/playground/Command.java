package dev.gradus.studio.playground;

import dev.gradus.data.format.CsvTable;
import dev.gradus.studio.server.Request;
import java.util.List;

/// What a page may ask the playground to do.
sealed interface Command {
    /// What only makes sense once there is a run.
    sealed interface OfRun extends Command {}

    /// Begin anew.
    ///
    /// @param id what pictures of this run are marked with
    record Begin(long id, Setup setup, boolean playing) implements Command {}

    /// Go on from the epoch that is looked at with other settings, and keep what came after it.
    ///
    /// @param id what pictures of the branch are marked with
    record Branch(long id, Setup setup, boolean playing) implements OfRun {}

    /// Go back to a run that was branched from.
    record Return(long id) implements OfRun {}

    /// One part of a table of the user's own, as a message has room for a part only.
    ///
    /// @param part which one, from 0
    /// @param parts how many there are
    record Part(String name, CsvTable.Header header, int part, int parts, String text)
            implements Command {
        private static final int MOST_NAME = 200;

        /// Checks the numbers.
        public Part {
            if (part < 0 || part >= parts || name.length() > MOST_NAME) {
                throw new IllegalArgumentException(
                        "part %d of %d of a table makes no sense".formatted(part, parts));
            }
        }
    }

    /// A table of the user's own.
    record Table(String name, CsvTable.Header header, String text) implements Command {}

    /// Show that.
    ///
    /// @param gradients whether gradients are to be told too
    record View(Picture picture, boolean gradients) implements Command {}

    /// A loss surface is ready: said by the thread that measured it.
    record Surveyed(Surface surface) implements OfRun {}

    /// Let runs that differ in optimizer or rate learn side by side.
    ///
    /// @param id what news of this race are marked with
    record Race(long id, List<Lane> lanes, int epochs) implements OfRun {
        static final int MOST_LANES = 6;
        static final int MOST_EPOCHS = 5000;

        /// Copies the list and checks the numbers.
        public Race {
            lanes = List.copyOf(lanes);
            if (lanes.isEmpty()
                    || lanes.size() > MOST_LANES
                    || epochs < 1
                    || epochs > MOST_EPOCHS) {
                throw new IllegalArgumentException(
                        "a race has 1 to %d lanes and 1 to %d epochs, not %d and %d"
                                .formatted(MOST_LANES, MOST_EPOCHS, lanes.size(), epochs));
            }
        }
    }

    /// What a run in a race differs by.
    record Lane(Rule optimizer, double rate) {}

    /// End the race.
    record EndRace() implements Command {}

    /// Learn, or pause.
    record Play(boolean on) implements OfRun {}

    /// Learn for one epoch and pause.
    record Step() implements OfRun {}

    /// Learn that fast.
    record Pace(Speed speed) implements OfRun {}

    /// Show an earlier epoch, or the last one again.
    record Look(long epoch) implements OfRun {}

    /// Mark a place in the plane.
    record Mark(double x, double y) implements OfRun {}

    /// Set a weight, or the bias where `from` is -1.
    record Weight(int layer, int from, int to, double value) implements OfRun {}

    /// Say how this run is written in Java.
    record Export() implements OfRun {}

    /// What is shown of the run.
    enum Picture {
        /// What it answers everywhere.
        BOUNDARY,
        /// What each layer makes of a grid.
        GRID,
        /// How wrong networks around its path are.
        SURFACE,
        /// Others beside it.
        RACE
    }

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
        var message = Request.of(text);
        return switch (message.what()) {
            case "begin" ->
                    new Begin(
                            message.count("id"),
                            new Message(message).setup(),
                            message.truth("playing"));
            case "branch" ->
                    new Branch(
                            message.count("id"),
                            new Message(message).setup(),
                            message.truth("playing"));
            case "return" -> new Return(message.count("id"));
            case "table" ->
                    new Part(
                            message.text("name"),
                            message.choice("header", CsvTable.Header.values()),
                            message.count("part"),
                            message.count("parts"),
                            message.text("text"));
            case "view" ->
                    new View(
                            message.choice("picture", Picture.values()),
                            message.truth("gradients"));
            case "race" ->
                    new Race(
                            message.count("id"),
                            message.objects("lanes").stream()
                                    .map(it -> new Message(it).lane())
                                    .toList(),
                            message.count("epochs"));
            case "end-race" -> new EndRace();
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
                            "'%s' cannot be done".formatted(message.what()));
        };
    }

    private static Mark mark(Request message) {
        return new Mark(
                Math.clamp(message.number("x"), -Plane.WIDE_REACH, Plane.WIDE_REACH),
                Math.clamp(message.number("y"), -Plane.REACH, Plane.REACH));
    }
}
