package dev.gradus.studio.lesson;

import dev.gradus.course.Words;
import dev.gradus.course.run.Report;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the line of the learner's program that a report speaks of.
final class CodeLine {
    private static final String HERE = "LINE";

    /// The sentences that name a line, in whatever language they are said.
    private static final List<Pattern> SENTENCES =
            Stream.of("threw.line", "run.time.line")
                    .map(key -> Words.say(key, HERE))
                    .map(said -> Pattern.quote(said).replace(HERE, "\\E(\\d+)\\Q"))
                    .map(Pattern::compile)
                    .toList();

    private CodeLine() {}

    static OptionalInt of(Report report) {
        if (!report.errors().isEmpty()) {
            var line = (int) report.errors().getFirst().line();
            return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
        }
        return of(report.said());
    }

    static OptionalInt of(String said) {
        for (var sentence : SENTENCES) {
            var found = sentence.matcher(said);
            if (found.find()) {
                return OptionalInt.of(Integer.parseInt(found.group(1)));
            }
        }
        return OptionalInt.empty();
    }
}
