package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import java.util.OptionalLong;

/// Makes the rate smaller along a power of the way that is left: with `left = 1 - step / steps`,
/// `floor + (1 - floor) × left^power`.
///
/// @param steps how many steps the way takes; 0 for the whole run
/// @param power the power; 1 falls evenly
/// @param floor the factor it ends with and keeps
public record PolynomialDecay(long steps, double power, double floor) implements Schedule {
    /// Checks the numbers.
    public PolynomialDecay {
        Require.notNegative("polynomialDecay's steps", steps);
        Require.atLeast("polynomialDecay's power", power, 0);
        Require.atLeast("polynomialDecay's floor", floor, 0);
    }

    /// Returns this schedule with another power.
    public PolynomialDecay power(double exponent) {
        return new PolynomialDecay(steps, exponent, floor);
    }

    /// Returns this schedule with a factor that it does not fall below.
    public PolynomialDecay floor(double least) {
        return new PolynomialDecay(steps, power, least);
    }

    @Override
    public double factor(long step) {
        var left = 1 - Math.min(1, (double) step / Length.known("polynomialDecay", steps));
        return floor + (1 - floor) * StrictMath.pow(left, power);
    }

    @Override
    public OptionalLong length() {
        return steps > 0 ? OptionalLong.of(steps) : OptionalLong.empty();
    }

    @Override
    public Schedule over(long run) {
        return steps > 0 ? this : new PolynomialDecay(Math.max(1, run), power, floor);
    }

    @Override
    public String toString() {
        return Call.of("polynomialDecay")
                .with(steps > 0 ? String.valueOf(steps) : "")
                .unless(power, 1, "power")
                .unless(floor, 0, "floor")
                .toString();
    }
}
