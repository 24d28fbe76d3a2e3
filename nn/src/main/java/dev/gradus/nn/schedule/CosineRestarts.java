package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;

/// Falls along half a wave as [Cosine] does, then begins anew, and again, which leads from one good
/// place to others (Loshchilov and Hutter 2016).
///
/// @param first how many steps the first wave takes
/// @param growth how many times as long as the one before each wave is, at least 1
/// @param peak how many times as high as the one before each wave begins, above 0
/// @param floor the factor each wave ends with, as a part of its beginning
public record CosineRestarts(long first, double growth, double peak, double floor)
        implements Schedule {
    /// Checks the numbers.
    public CosineRestarts {
        Require.positive("cosineRestarts' steps", first);
        Require.atLeast("cosineRestarts' growth", growth, 1);
        Require.above("cosineRestarts' peak", peak, 0);
        Require.atLeast("cosineRestarts' floor", floor, 0);
    }

    /// Returns this schedule with waves each of which is `times` as long as the one before.
    public CosineRestarts growth(double times) {
        return new CosineRestarts(first, times, peak, floor);
    }

    /// Returns this schedule with waves each of which begins `times` as high as the one before.
    public CosineRestarts peak(double times) {
        return new CosineRestarts(first, growth, times, floor);
    }

    /// Returns this schedule with waves that do not fall below this part of their beginning.
    public CosineRestarts floor(double least) {
        return new CosineRestarts(first, growth, peak, least);
    }

    @Override
    public double factor(long step) {
        double length = first;
        double into = step;
        var height = 1.0;
        if (growth == 1) {
            height = StrictMath.pow(peak, (double) (step / first));
            into = step % first;
        }
        while (into >= length) {
            into -= length;
            length *= growth;
            height *= peak;
        }
        return height * Waves.between(1, floor, into / length);
    }

    @Override
    public String toString() {
        return Call.of("cosineRestarts")
                .with(first)
                .unless(growth, 1, "growth")
                .unless(peak, 1, "peak")
                .unless(floor, 0, "floor")
                .toString();
    }
}
