package dev.gradus.course.work;

import dev.gradus.course.check.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a learner has come with one lesson.
///
/// @param checks how often it was checked
/// @param hints how many hints were shown
/// @param verdict what came of the last check
/// @param passed when it was first passed
/// @param isSolutionShown whether the solution was looked at before that
public record LessonProgress(
        int checks,
        int hints,
        Optional<Verdict> verdict,
        Optional<Instant> passed,
        boolean isSolutionShown) {
    /// Nothing done yet.
    public static final LessonProgress NONE =
            new LessonProgress(0, 0, Optional.empty(), Optional.empty(), false);

    LessonProgress checked(Verdict latest, Instant now) {
        return new LessonProgress(
                checks + 1,
                hints,
                Optional.of(latest),
                passed.or(() -> latest == Verdict.PASSED ? Optional.of(now) : Optional.empty()),
                isSolutionShown);
    }

    LessonProgress hinted(int shown) {
        return new LessonProgress(checks, Math.max(hints, shown), verdict, passed, isSolutionShown);
    }

    LessonProgress solutionShown() {
        return new LessonProgress(
                checks, hints, verdict, passed, isSolutionShown || passed.isEmpty());
    }

    /// Returns what two notebooks know together.
    LessonProgress and(LessonProgress other) {
        var first =
                Stream.of(passed, other.passed)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        return new LessonProgress(
                Math.max(checks, other.checks),
                Math.max(hints, other.hints),
                verdict.or(other::verdict),
                first,
                isSolutionShown || other.isSolutionShown);
    }
}
