package dev.gradus.course.run;

import dev.gradus.course.check.CheckResult;
import dev.gradus.course.check.Verdict;
import dev.gradus.course.compile.CompileError;
import java.util.List;

/// What came of checking a learner's program: all that a terminal prints or a studio draws.
///
/// @param lesson the number of the lesson
/// @param verdict what came of it as a whole
/// @param message that in a sentence or two
/// @param results what came of each check that was run, in order
/// @param errors what the compiler refused
/// @param printed what the program printed, as far as it is kept; it is never part of a check
/// @param isPrintedWhole whether that is all of it
public record Report(
        String lesson,
        Verdict verdict,
        String message,
        List<CheckResult> results,
        List<CompileError> errors,
        String printed,
        boolean isPrintedWhole) {
    /// Copies the lists.
    public Report {
        results = List.copyOf(results);
        errors = List.copyOf(errors);
    }

    /// Returns whether the exercise is done.
    public boolean isPassed() {
        return verdict == Verdict.PASSED;
    }

    /// Returns everything that is said to the learner, message by message.
    public String said() {
        var said = new StringBuilder(message);
        results.forEach(result -> said.append('\n').append(result.message()));
        errors.forEach(error -> said.append('\n').append(String.join("\n", error.lines())));
        return said.toString();
    }

    Report with(Verdict other, String otherMessage) {
        return new Report(lesson, other, otherMessage, results, errors, printed, isPrintedWhole);
    }

    Report withPrinted(String text, boolean isWhole) {
        return new Report(lesson, verdict, message, results, errors, text, isWhole);
    }
}
