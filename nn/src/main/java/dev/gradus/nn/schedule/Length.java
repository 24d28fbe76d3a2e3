package dev.gradus.nn.schedule;

/// How long a run is, for schedules that need to know.
final class Length {
    private Length() {}

    /// Returns `steps` if they are known.
    static long known(String schedule, long steps) {
        if (steps == 0) {
            throw new IllegalStateException(
                    "%s() was not told how long the run is: say %s(2_000), or over(2_000), or give it to a Trainer, who knows"
                            .formatted(schedule, schedule));
        }
        return steps;
    }
}
