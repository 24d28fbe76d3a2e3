package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import java.util.OptionalLong;

/// Makes the rate smaller along half a wave: slowly, then faster, then slowly again (Loshchilov and
/// Hutter 2016): with `way = step / steps`, `floor + (1 - floor) × (1 + cos(π × way)) / 2`.
///
/// @param steps how many steps the way takes; 0 for the whole run
/// @param floor the factor it ends with and keeps
public record Cosine(long steps, double floor) implements Schedule {
    /// Checks the numbers.
    public Cosine {
        Require.notNegative("cosine's steps", steps);
        Require.atLeast("cosine's floor", floor, 0);
    }

    /// Returns this schedule with a factor that it does not fall below.
    public Cosine floor(double least) {
        return new Cosine(steps, least);
    }

    @Override
    public double factor(long step) {
        var way = Math.min(1, (double) step / Length.known("cosine", steps));
        return Waves.between(1, floor, way);
    }

    @Override
    public OptionalLong length() {
        return steps > 0 ? OptionalLong.of(steps) : OptionalLong.empty();
    }

    @Override
    public Schedule over(long run) {
        return steps > 0 ? this : new Cosine(Math.max(1, run), floor);
    }

    @Override
    public String toString() {
        return Call.of("cosine")
                .with(steps > 0 ? String.valueOf(steps) : "")
                .unless(floor, 0, "floor")
                .toString();
    }
}
