package dev.gradus.course;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a question of a lesson.
final class QuestionReader {
    private static final Pattern CHOICE = Pattern.compile("\\(([ x])\\) +(.*?) +\\| +(\\S.*)");

    /// Takes what is wrong.
    @FunctionalInterface
    interface Complaints {
        void add(int line, String message);
    }

    private QuestionReader() {}

    /// Returns the question in a block.
    ///
    /// @param words what follows the fence
    /// @param inside the lines between the fences
    /// @param complaints takes what is wrong, with the number of the line after the fence
    static Question read(List<String> words, List<String> inside, Complaints complaints) {
        var isNumber = words.contains("number");
        var name =
                words.stream()
                        .skip(1)
                        .filter(word -> !word.equals("number"))
                        .findFirst()
                        .orElse("");
        var text = new ArrayList<String>();
        var choices = new ArrayList<Question.Choice>();
        for (var i = 0; i < inside.size(); i++) {
            var line = inside.get(i);
            var choice = CHOICE.matcher(line.strip());
            if (choice.matches()) {
                choices.add(
                        new Question.Choice(
                                choice.group(2), choice.group(1).equals("x"), choice.group(3)));
            } else if (line.startsWith("(")) {
                complaints.add(
                        i + 1,
                        "a choice is written (x) answer | what is said to it, or ( ) for a wrong one: every wrong choice gets its own sentence");
            } else {
                text.add(line);
            }
        }
        var right = choices.stream().filter(Question.Choice::isRight).count();
        if (right != 1 || choices.size() < 2) {
            complaints.add(
                    0,
                    "a question needs one right choice (x) and at least one wrong ( ); here are %d and %d"
                            .formatted(right, choices.size() - right));
        }
        for (var choice : choices) {
            if (isNumber && !choice.text().equals(Question.ELSE) && !isNumber(choice.text())) {
                complaints.add(0, "%s is no number, and not else".formatted(choice.text()));
            }
        }
        return new Question(name, String.join("\n", text).strip(), isNumber, choices);
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
