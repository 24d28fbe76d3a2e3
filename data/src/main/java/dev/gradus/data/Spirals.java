package dev.gradus.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Points on spirals that wind about each other, a class for each: a small puzzle that no straight line
/// solves and that is easy to look at (Lang and Witbrock 1988).
///
/// ```java
/// var points = Spirals.of(2, 500).seed(1).dataset();
/// ```
///
/// The points are made, not measured: the same numbers in, the same bits out, on any machine.
///
/// @param spirals how many spirals there are
/// @param pointsOfEach how many points lie on each
/// @param turns how often each winds about the middle
/// @param noise how far points stray from their spiral, as a standard deviation; neighbouring turns of two
///     spirals are about 0.3 apart
/// @param seed what straying and places follow from
public record Spirals(int spirals, int pointsOfEach, double turns, double noise, long seed) {
    /// Checks the numbers.
    public Spirals {
        if (spirals < 2 || pointsOfEach < 1) {
            throw new IllegalArgumentException(
                    "spirals were given %d spirals of %d points: give at least two spirals of at least one point"
                            .formatted(spirals, pointsOfEach));
        }
        if (!(turns > 0 && noise >= 0)) {
            throw new IllegalArgumentException(
                    "spirals were given %s turns and noise %s: give turns above 0 and noise of at least 0"
                            .formatted(turns, noise));
        }
    }

    /// Returns spirals that wind one and a half times, with a little noise.
    public static Spirals of(int spirals, int pointsOfEach) {
        return new Spirals(spirals, pointsOfEach, 1.5, 0.02, 1);
    }

    /// Returns these spirals with another number of turns.
    public Spirals turns(double number) {
        return new Spirals(spirals, pointsOfEach, number, noise, seed);
    }

    /// Returns these spirals with points that stray otherwise.
    public Spirals noise(double deviation) {
        return new Spirals(spirals, pointsOfEach, turns, deviation, seed);
    }

    /// Returns these spirals with other points.
    public Spirals seed(long value) {
        return new Spirals(spirals, pointsOfEach, turns, noise, value);
    }

    /// Returns the points: two features `x` and `y` between about -1 and 1, and the number of the spiral.
    public Dataset dataset() {
        var random = new SplittableRandom(seed);
        var points = new ArrayList<float[]>();
        var labels = new int[spirals * pointsOfEach];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = i % spirals;
            points.add(point(labels[i], random));
        }
        var names = new ArrayList<String>();
        for (var spiral = 1; spiral <= spirals; spiral++) {
            names.add("spiral " + spiral);
        }
        return dataset(points, labels, names);
    }

    private float[] point(int spiral, SplittableRandom random) {
        // the root spreads points evenly along the spiral, which is longer outside
        var radius = 0.1 + 0.9 * Math.sqrt(random.nextDouble());
        var angle = 2 * Math.PI * (radius * turns + (double) spiral / spirals);
        var straying = noise * Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        var direction = 2 * Math.PI * random.nextDouble();
        return new float[] {
            (float) (radius * StrictMath.cos(angle) + straying * StrictMath.cos(direction)),
            (float) (radius * StrictMath.sin(angle) + straying * StrictMath.sin(direction))
        };
    }

    private Dataset dataset(List<float[]> points, int[] labels, List<String> names) {
        var features = new float[points.size() * 2];
        for (var i = 0; i < points.size(); i++) {
            System.arraycopy(points.get(i), 0, features, 2 * i, 2);
        }
        return Dataset.of("spirals", features, dev.gradus.tensor.Shape.of(2), labels, names)
                .from(new Origin("made by Gradus from " + this, "CC0"));
    }
}
