package dev.gradus.nn.schedule;

import java.util.OptionalLong;

/// How a learning rate changes over a training: by which factor the rate of the optimizer is
/// multiplied in each step.
///
/// ```java
/// var schedule = warmup(100).then(cosine(2_000));
/// ```
///
/// A schedule of one's own is a formula: `step -> Math.pow(0.999, step)`.
@FunctionalInterface
public interface Schedule {
    /// Returns the factor in step `step`, counted from 0.
    double factor(long step);

    /// Returns after how many steps what comes next begins; nothing if it has no end of its own.
    default OptionalLong length() {
        return OptionalLong.empty();
    }

    /// Returns this schedule for a run of `steps` steps: where it was left open how long it is, it
    /// lasts to the end of the run.
    default Schedule over(long steps) {
        return this;
    }

    /// Returns a schedule that ends after `steps` steps, so that another one can follow.
    default Schedule lasting(long steps) {
        return new Lasting(this, steps);
    }

    /// Returns this schedule followed by `next`, which counts its steps from its own beginning.
    ///
    /// @throws IllegalArgumentException if this one has no end
    default Schedule then(Schedule next) {
        return new InTurn(this, next);
    }

    /// Returns a schedule whose factor is the product of this one's and `other`'s.
    default Schedule times(Schedule other) {
        return new Product(this, other);
    }
}
