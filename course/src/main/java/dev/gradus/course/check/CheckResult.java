package dev.gradus.course.check;

import java.util.List;
import java.util.Optional;

/// What came of one check.
///
/// @param name what was checked
/// @param kind how
/// @param verdict what came of it
/// @param message what the learner is told; of a check that passed usually empty, sometimes a warning
/// @param failing the smallest case that fails, if one does
/// @param tally in how many cases it held, where a check tries several
/// @param figures measured numbers with their bounds, for a table or a chart
public record CheckResult(
        String name,
        CheckKind kind,
        Verdict verdict,
        String message,
        Optional<FailingCase> failing,
        Optional<Tally> tally,
        List<Figure> figures) {
    /// A number that was measured.
    ///
    /// @param name what it is, such as `seed 1` or `reads`
    /// @param value the number
    /// @param holds whether it is as it should be
    /// @param role what it is for
    public record Figure(String name, double value, boolean holds, Role role) {
        /// A number that was measured of the learner's program.
        public Figure(String name, double value, boolean holds) {
            this(name, value, holds, Role.MEASURED);
        }
    }

    /// What a number is for.
    public enum Role {
        /// The learner's program gave it.
        MEASURED,
        /// The middle one of what was measured.
        MEDIAN,
        /// What something simple reaches, which is to be beaten.
        BASELINE,
        /// From here on it counts as beaten.
        GOAL,
        /// The best possible.
        CEILING
    }

    /// Copies the list.
    public CheckResult {
        figures = List.copyOf(figures);
    }

    /// Returns whether the check held.
    public boolean isPassed() {
        return verdict == Verdict.PASSED;
    }

    CheckResult with(Tally counted) {
        return new CheckResult(
                name, kind, verdict, message, failing, Optional.of(counted), figures);
    }

    static CheckResult passed(Check check) {
        return passed(check, "", List.of());
    }

    static CheckResult passed(Check check, String warning, List<Figure> figures) {
        return new CheckResult(
                check.name(),
                check.kind(),
                Verdict.PASSED,
                warning,
                Optional.empty(),
                Optional.empty(),
                figures);
    }

    static CheckResult wrong(Check check, String message, FailingCase failing) {
        return new CheckResult(
                check.name(),
                check.kind(),
                Verdict.WRONG_ANSWER,
                message,
                Optional.of(failing),
                Optional.empty(),
                List.of());
    }

    static CheckResult wrong(Check check, String message, List<Figure> figures) {
        return new CheckResult(
                check.name(),
                check.kind(),
                Verdict.WRONG_ANSWER,
                message,
                Optional.empty(),
                Optional.empty(),
                figures);
    }

    static CheckResult threw(Check check, Mishap mishap, Optional<FailingCase> failing) {
        return new CheckResult(
                check.name(),
                check.kind(),
                mishap.verdict(),
                mishap.message(),
                failing,
                Optional.empty(),
                List.of());
    }
}
