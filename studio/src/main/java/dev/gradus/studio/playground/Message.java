package dev.gradus.studio.playground;

import dev.gradus.studio.server.Request;
import java.util.Arrays;

/// What a page said of a run: its settings, or those that a lane of a race differs by.
///
/// @param said all of it
record Message(Request said) {
    /// Returns the lane of a race that this is.
    Command.Lane lane() {
        return new Command.Lane(
                said.choice("optimizer", Rule.values()), Setup.checkedRate(said.number("rate")));
    }

    private Source source() {
        if (!said.text("data").equals("own")) {
            return said.choice("data", PointSet.values());
        }
        var own = said.object("own");
        return new Columns(own.count("x"), own.count("y"), own.count("label"), own.text("plus"));
    }

    Setup setup() {
        return new Setup(
                source(),
                said.count("points"),
                said.number("noise"),
                said.number("unseen"),
                said.whole("seed"),
                said.list("features").stream().map(this::feature).toList(),
                said.list("layers").stream().map(this::neurons).toList(),
                said.choice("activation", Bend.values()),
                said.choice("optimizer", Rule.values()),
                said.number("rate"),
                said.count("batch"),
                said.choice("loss", Measure.values()),
                said.choice("penalty", Penalty.values()),
                said.number("strength"));
    }

    private Feature feature(Object word) {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> said.wrong("features", "a list of x, y, xx, yy, xy, sinx, siny"));
    }

    private int neurons(Object count) {
        if (count instanceof Long number && number > 0 && number <= Setup.MOST_NEURONS) {
            return Math.toIntExact(number);
        }
        throw said.wrong("layers", "a list of numbers from 1 to " + Setup.MOST_NEURONS);
    }
}
