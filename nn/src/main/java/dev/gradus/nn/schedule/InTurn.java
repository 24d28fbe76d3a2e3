package dev.gradus.nn.schedule;

import java.util.OptionalLong;

/// One schedule after another.
///
/// @param first the one to begin with
/// @param second the one that follows
record InTurn(Schedule first, Schedule second) implements Schedule {
    InTurn {
        if (first.length().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no end, so %s cannot follow it: say how long it lasts, as in constantRate(0.1).lasting(100).then(...)"
                            .formatted(first, second));
        }
    }

    @Override
    public double factor(long step) {
        var turn = first.length().orElseThrow();
        return step < turn ? first.factor(step) : second.factor(step - turn);
    }

    @Override
    public OptionalLong length() {
        var turn = first.length().orElseThrow();
        return second.length().isPresent()
                ? OptionalLong.of(turn + second.length().getAsLong())
                : OptionalLong.empty();
    }

    @Override
    public Schedule over(long run) {
        return new InTurn(first, second.over(run - first.length().orElseThrow()));
    }

    @Override
    public String toString() {
        return first + ".then(" + second + ")";
    }
}
