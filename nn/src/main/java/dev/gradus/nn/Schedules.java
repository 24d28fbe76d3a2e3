package dev.gradus.nn;

import dev.gradus.nn.schedule.ConstantRate;
import dev.gradus.nn.schedule.Cosine;
import dev.gradus.nn.schedule.CosineRestarts;
import dev.gradus.nn.schedule.Cyclic;
import dev.gradus.nn.schedule.ExponentialDecay;
import dev.gradus.nn.schedule.InverseSquareRoot;
import dev.gradus.nn.schedule.InverseTimeDecay;
import dev.gradus.nn.schedule.MilestoneDecay;
import dev.gradus.nn.schedule.OneCycle;
import dev.gradus.nn.schedule.PolynomialDecay;
import dev.gradus.nn.schedule.Ramp;
import dev.gradus.nn.schedule.ReduceOnPlateau;
import dev.gradus.nn.schedule.StepDecay;
import dev.gradus.nn.schedule.Warmup;
import java.util.Arrays;

/// The schedules of learning rates by the names under which they are written down; meant for
/// `import static`.
///
/// ```java
/// var schedule = warmup(100).then(cosine(2_000));
/// ```
public final class Schedules {
    private Schedules() {}

    /// Returns a rate that grows evenly over the first steps: see [Warmup].
    public static Warmup warmup(long steps) {
        return new Warmup(steps);
    }

    /// Returns a factor that leads evenly from one to another: see [Ramp].
    public static Ramp ramp(double from, double to, long steps) {
        return new Ramp(from, to, steps);
    }

    /// Returns a factor that stays: see [ConstantRate].
    public static ConstantRate constantRate(double factor) {
        return new ConstantRate(factor);
    }

    /// Returns a rate that is multiplied by `factor` each `every` steps: see [StepDecay].
    public static StepDecay stepDecay(long every, double factor) {
        return new StepDecay(every, factor);
    }

    /// Returns a rate that is multiplied by `factor` at certain steps: see [MilestoneDecay].
    public static MilestoneDecay milestoneDecay(double factor, long... milestones) {
        return new MilestoneDecay(factor, Arrays.stream(milestones).boxed().toList());
    }

    /// Returns a rate that is multiplied by `factor` in each step: see [ExponentialDecay].
    public static ExponentialDecay exponentialDecay(double factor) {
        return new ExponentialDecay(factor, 1);
    }

    /// Returns a rate that falls like one over the time: see [InverseTimeDecay].
    public static InverseTimeDecay inverseTimeDecay(double speed) {
        return new InverseTimeDecay(speed);
    }

    /// Returns a rate that grows over `warmup` steps and then falls slowly: see
    /// [InverseSquareRoot].
    public static InverseSquareRoot inverseSquareRoot(long warmup) {
        return new InverseSquareRoot(warmup);
    }

    /// Returns a rate that falls evenly to 0 over the whole run: see [PolynomialDecay].
    public static PolynomialDecay polynomialDecay() {
        return new PolynomialDecay(0, 1, 0);
    }

    /// Returns a rate that falls evenly to 0 in `steps` steps: see [PolynomialDecay].
    public static PolynomialDecay polynomialDecay(long steps) {
        return new PolynomialDecay(positive("polynomialDecay", steps), 1, 0);
    }

    /// Returns a rate that falls to 0 along half a wave over the whole run: see [Cosine].
    public static Cosine cosine() {
        return new Cosine(0, 0);
    }

    /// Returns a rate that falls to 0 along half a wave in `steps` steps: see [Cosine].
    public static Cosine cosine(long steps) {
        return new Cosine(positive("cosine", steps), 0);
    }

    /// Returns a rate that falls along waves which begin anew, the first after `first` steps: see
    /// [CosineRestarts].
    public static CosineRestarts cosineRestarts(long first) {
        return new CosineRestarts(first, 1, 1, 0);
    }

    /// Returns a rate that rises once and falls far over the whole run: see [OneCycle].
    public static OneCycle oneCycle() {
        return new OneCycle(0, 0.3, 1.0 / 25, 1.0 / 25 / 1e4);
    }

    /// Returns a rate that rises once and falls far in `steps` steps: see [OneCycle].
    public static OneCycle oneCycle(long steps) {
        return new OneCycle(positive("oneCycle", steps), 0.3, 1.0 / 25, 1.0 / 25 / 1e4);
    }

    /// Returns a rate that rises for `half` steps and falls for as many, again and again: see
    /// [Cyclic].
    public static Cyclic cyclic(long half) {
        return new Cyclic(half, 0.1, 1);
    }

    /// Returns a rate that becomes smaller when the validation loss no longer falls: see
    /// [ReduceOnPlateau].
    public static ReduceOnPlateau reduceOnPlateau() {
        return ReduceOnPlateau.usual();
    }

    /// The records take 0 for the whole run; from a program it is more likely a mistake.
    private static long positive(String schedule, long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException(
                    "%s was given %d steps: give 1 or more, or none for the whole run"
                            .formatted(schedule, steps));
        }
        return steps;
    }
}
