package dev.gradus.studio.models;

import dev.gradus.data.Dataset;
import dev.gradus.data.Origin;
import dev.gradus.data.Parts;
import dev.gradus.data.Split;
import dev.gradus.data.image.GrayImage;
import dev.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Digits that this computer draws: ways of writing them, each time turned, slanted, stretched, shaken and
/// thickened by lot. No hand of a person is in them, which whoever learns from them should know.
///
/// The same seed gives the same pictures on every machine.
///
/// @param size how many pictures there are
/// @param seed what they follow from
record DrawnDigits(int size, long seed) {
    /// How large a picture is.
    static final int SIDE = 28;

    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    /// Returns drawn digits in three parts.
    static Parts parts() {
        var parts = Split.sizes(6000, 1000, 1000).seed(1).of(new DrawnDigits(8000, 1).dataset());
        return new Parts(
                parts.train().named("drawn digits train"),
                parts.validation().named("drawn digits validation"),
                parts.test().named("drawn digits test"));
    }

    static List<String> classes() {
        return CLASSES;
    }

    /// Returns the pictures; every class has as many, give or take one.
    Dataset dataset() {
        var pixels = new byte[size * SIDE * SIDE];
        var labels = new int[size];
        var random = new SplittableRandom(seed);
        for (var i = 0; i < size; i++) {
            labels[i] = i % CLASSES.size();
            var picture = draw(labels[i], random.split()).values();
            for (var j = 0; j < picture.length; j++) {
                pixels[i * picture.length + j] = (byte) Math.round(picture[j]);
            }
        }
        return Dataset.of("drawn digits", pixels, Shape.of(SIDE, SIDE, 1), labels, CLASSES)
                .from(new Origin("made by Gradus from strokes, seed " + seed, "CC0"));
    }

    /// Draws one digit as it is shown to a network: bright on black, as large as fits, in the middle.
    static GrayImage draw(int digit, SplittableRandom random) {
        var hand = Hand.of(random);
        var strokes = new ArrayList<List<double[]>>();
        for (var stroke : Strokes.of(digit, random.nextInt(Strokes.ways(digit)))) {
            strokes.add(Strokes.smooth(stroke.stream().map(hand::place).toList()));
        }
        return Centred.of(Ink.draw(strokes, hand.width()));
    }

    /// How somebody writes just now.
    ///
    /// @param across where a step to the right goes, as x and y
    /// @param down where a step downwards goes, as x and y
    /// @param shaking how far places are off
    /// @param width how wide the pen is
    private record Hand(
            double[] across, double[] down, double shaking, double width, SplittableRandom random) {
        static Hand of(SplittableRandom random) {
            var angle = between(random, -0.35, 0.35);
            var slant = between(random, -0.25, 0.5);
            var wide = between(random, 0.5, 1.1);
            var cos = StrictMath.cos(angle);
            var sin = StrictMath.sin(angle);
            return new Hand(
                    new double[] {wide * cos, wide * sin},
                    new double[] {-sin - slant * cos, cos - slant * sin},
                    between(random, 0.01, 0.09),
                    between(random, 0.04, 0.18),
                    random);
        }

        double[] place(double[] written) {
            return new double[] {
                written[0] * across[0] + written[1] * down[0] + shake(),
                written[0] * across[1] + written[1] * down[1] + shake()
            };
        }

        private double shake() {
            return shaking
                    * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
        }

        private static double between(SplittableRandom random, double low, double high) {
            return low + (high - low) * random.nextDouble();
        }
    }
}
