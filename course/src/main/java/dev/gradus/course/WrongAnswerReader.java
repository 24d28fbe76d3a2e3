package dev.gradus.course;

import dev.gradus.course.LessonFormatException.Problem;
import dev.gradus.course.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the typical wrong answers of a lesson.
final class WrongAnswerReader {
    private static final Pattern EXPECTS = Pattern.compile("// +expects: *(\\S.*)");
    private static final Pattern VERDICT = Pattern.compile("// +verdict: *(\\S.*)");
    private static final int WRONG_ANSWERS = 3;

    private final String folder;
    private final List<Problem> problems;

    WrongAnswerReader(String folder, List<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<WrongAnswer> read(Path wrong) throws IOException {
        var answers = new ArrayList<WrongAnswer>();
        if (Files.isDirectory(wrong)) {
            try (var files = Files.list(wrong)) {
                for (var file : files.sorted().toList()) {
                    answers.add(wrongAnswer(LessonReader.nameOf(file), Files.readString(file)));
                }
            }
        }
        if (answers.size() < WRONG_ANSWERS) {
            problems.add(
                    new Problem(
                            folder + "/wrong",
                            0,
                            "the folder holds %d typical wrong answers; there must be %d"
                                    .formatted(answers.size(), WRONG_ANSWERS)));
        }
        return answers;
    }

    private WrongAnswer wrongAnswer(String name, String source) {
        var lines = source.lines().toList();
        var expects = lines.isEmpty() ? EXPECTS.matcher("") : EXPECTS.matcher(lines.getFirst());
        var place = "%s/wrong/%s".formatted(folder, name);
        if (!expects.matches()) {
            problems.add(
                    new Problem(
                            place,
                            1,
                            "the first line must say what a learner is to be told: // expects: part of the message"));
            return new WrongAnswer(name, source, Verdict.WRONG_ANSWER, "");
        }
        var verdict = lines.size() > 1 ? VERDICT.matcher(lines.get(1)) : VERDICT.matcher("");
        return new WrongAnswer(
                name,
                source,
                verdict.matches() ? verdict(place, verdict.group(1).strip()) : Verdict.WRONG_ANSWER,
                expects.group(1).strip());
    }

    private Verdict verdict(String place, String text) {
        var name = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (var verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        problems.add(
                new Problem(
                        place,
                        2,
                        "there is no verdict %s; there are %s".formatted(text, verdicts())));
        return Verdict.WRONG_ANSWER;
    }

    private static String verdicts() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
