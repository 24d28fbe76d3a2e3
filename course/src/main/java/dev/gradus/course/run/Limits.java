package dev.gradus.course.run;

import java.time.Duration;

/// What a learner's program may use before it is stopped.
///
/// @param time how long its checks may take, from the first to the last
/// @param megabytes how much memory its objects may take
/// @param threads how many threads it may have beside those of Java itself
/// @param characters how much of what it prints is kept
public record Limits(Duration time, int megabytes, int threads, int characters) {
    /// Enough for every exercise that does not say otherwise.
    public static final Limits USUAL = new Limits(Duration.ofSeconds(10), 256, 64, 20_000);

    /// Checks that the numbers make sense.
    public Limits {
        if (!time.isPositive() || megabytes < 16 || threads < 1 || characters < 0) {
            throw new IllegalArgumentException(
                    "limits need some time, 16 MB or more, a thread or more: %s, %d MB, %d threads, %d characters"
                            .formatted(time, megabytes, threads, characters));
        }
    }

    /// Returns the same limits with another one on time.
    public Limits withTime(Duration other) {
        return new Limits(other, megabytes, threads, characters);
    }

    /// Returns the same limits with another one on memory.
    public Limits withMegabytes(int other) {
        return new Limits(time, other, threads, characters);
    }
}
