package dev.gradus.course.run;

import dev.gradus.course.check.CheckResult;
import dev.gradus.course.check.Verdict;
import dev.gradus.course.compile.CompileError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /// Returns the report as maps and lists for a file or a page of JSON. A value is known by its keys:
    /// `shape` and `values`, `items`, `text` or `nothing`; infinity and not-a-number are texts.
    public Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("lesson", lesson);
        data.put("verdict", verdict);
        data.put("said", verdict.said());
        data.put("message", message);
        data.put("results", results.stream().map(ResultData::write).toList());
        data.put("errors", errors);
        data.put("printed", printed);
        data.put("isPrintedWhole", isPrintedWhole);
        return data;
    }

    Report with(Verdict other, String otherMessage) {
        return new Report(lesson, other, otherMessage, results, errors, printed, isPrintedWhole);
    }

    Report withPrinted(String text, boolean isWhole) {
        return new Report(lesson, verdict, message, results, errors, text, isWhole);
    }
}
