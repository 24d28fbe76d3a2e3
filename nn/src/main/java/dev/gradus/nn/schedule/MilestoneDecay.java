package dev.gradus.nn.schedule;

import dev.gradus.nn.spec.Require;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the rate smaller at certain steps: `factor` to the power of how many of them are reached.
///
/// @param factor what it is multiplied by at each
/// @param milestones the steps, in rising order
public record MilestoneDecay(double factor, List<Long> milestones) implements Schedule {
    /// Checks the numbers.
    public MilestoneDecay {
        Require.atLeast("milestoneDecay's factor", factor, 0);
        milestones = List.copyOf(milestones);
        for (var i = 1; i < milestones.size(); i++) {
            if (milestones.get(i) <= milestones.get(i - 1)) {
                throw new IllegalArgumentException(
                        "milestoneDecay was given the steps %s: give them in rising order"
                                .formatted(milestones));
            }
        }
    }

    @Override
    public double factor(long step) {
        var reached = milestones.stream().filter(at -> at <= step).count();
        return StrictMath.pow(factor, (double) reached);
    }

    @Override
    public String toString() {
        return "milestoneDecay(%s, %s)"
                .formatted(
                        factor,
                        milestones.stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
    }
}
