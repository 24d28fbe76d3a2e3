package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;

/// Makes the learning rate smaller when a measured number, such as the loss of the validation
/// examples, no longer falls: `reduceOnPlateau().factor(0.1).patience(5)`.
///
/// @param factor what the rate is multiplied by each time, at least 0 and below 1
/// @param patience how many measurements in a row may pass without an improvement
/// @param threshold by which part the best number so far must be improved on
/// @param cooldown how many measurements after a change do not count
/// @param floor the factor below which the rate does not fall
public record ReduceOnPlateau(
        double factor, int patience, double threshold, int cooldown, double floor) {
    /// Checks the numbers.
    public ReduceOnPlateau {
        Require.share("reduceOnPlateau's factor", factor);
        Require.atLeast("reduceOnPlateau's patience", patience, 0);
        Require.atLeast("reduceOnPlateau's threshold", threshold, 0);
        Require.atLeast("reduceOnPlateau's cooldown", cooldown, 0);
        Require.atLeast("reduceOnPlateau's floor", floor, 0);
    }

    /// Returns the usual rule: a tenth of the rate after 10 measurements without an improvement by
    /// a ten-thousandth.
    public static ReduceOnPlateau usual() {
        return new ReduceOnPlateau(0.1, 10, 1e-4, 0, 0);
    }

    /// Returns this rule with a rate that is multiplied by another factor.
    public ReduceOnPlateau factor(double part) {
        return new ReduceOnPlateau(part, patience, threshold, cooldown, floor);
    }

    /// Returns this rule with another patience.
    public ReduceOnPlateau patience(int measurements) {
        return new ReduceOnPlateau(factor, measurements, threshold, cooldown, floor);
    }

    /// Returns this rule with improvements that count from another part on.
    public ReduceOnPlateau threshold(double part) {
        return new ReduceOnPlateau(factor, patience, part, cooldown, floor);
    }

    /// Returns this rule with measurements that do not count after a change.
    public ReduceOnPlateau cooldown(int measurements) {
        return new ReduceOnPlateau(factor, patience, threshold, measurements, floor);
    }

    /// Returns this rule with a factor below which the rate does not fall.
    public ReduceOnPlateau floor(double least) {
        return new ReduceOnPlateau(factor, patience, threshold, cooldown, least);
    }

    /// Returns a watch that has seen nothing yet.
    public Watch watch() {
        return new Watch(this);
    }

    @Override
    public String toString() {
        return Call.of("reduceOnPlateau")
                .unless(factor, 0.1, "factor")
                .then(patience != 10, "patience(" + patience + ")")
                .unless(threshold, 1e-4, "threshold")
                .then(cooldown != 0, "cooldown(" + cooldown + ")")
                .unless(floor, 0, "floor")
                .toString();
    }

    /// Counts how long nothing was better.
    public static final class Watch {
        private final ReduceOnPlateau rule;
        private double best = Double.POSITIVE_INFINITY;
        private double factor = 1;
        private int waited;
        private int cooling;

        private Watch(ReduceOnPlateau rule) {
            this.rule = rule;
        }

        /// Takes a measurement, a smaller one being better; returns the factor of the learning rate
        /// from now on.
        public double measured(double number) {
            if (number < best - Math.abs(best) * rule.threshold
                    || best == Double.POSITIVE_INFINITY) {
                best = number;
                waited = 0;
            } else {
                waited++;
            }
            if (cooling > 0) {
                cooling--;
                waited = 0;
            }
            if (waited > rule.patience) {
                factor = Math.max(factor * rule.factor, Math.min(factor, rule.floor));
                cooling = rule.cooldown;
                waited = 0;
            }
            return factor;
        }

        /// Returns the factor of the learning rate.
        public double factor() {
            return factor;
        }
    }
}
