package dev.gradus.course;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One question with choices, each of which is answered with a sentence of its own.
///
/// @param name what the checks of the lesson call it by, or an empty text
/// @param text what is asked
/// @param isNumber whether the answer is a number rather than a letter
/// @param choices what can be answered; of a number also the wrong ones that are expected
public record Question(String name, String text, boolean isNumber, List<Choice> choices) {
    /// The choice that stands for every number not listed.
    public static final String ELSE = "else";

    /// One answer.
    ///
    /// @param text the answer
    /// @param isRight whether it is the right one
    /// @param feedback what is said to whoever gives it
    public record Choice(String text, boolean isRight, String feedback) {}

    /// Copies the list.
    public Question {
        choices = List.copyOf(choices);
    }

    /// Returns the right choice.
    public Choice right() {
        return choices.stream().filter(Choice::isRight).findFirst().orElseThrow();
    }

    /// Returns the letter of a choice by its place: A, B, C and so on.
    public static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    /// Returns the choice that an answer means: a letter in either case, or a number.
    public Optional<Choice> answered(String answer) {
        return isNumber ? byNumber(answer.strip()) : byLetter(answer.strip());
    }

    private Optional<Choice> byLetter(String answer) {
        for (var i = 0; i < choices.size(); i++) {
            if (letter(i).equals(answer.toUpperCase(Locale.ROOT))) {
                return Optional.of(choices.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<Choice> byNumber(String answer) {
        try {
            var number = Double.parseDouble(answer);
            return choices.stream()
                    .filter(choice -> !choice.text().equals(ELSE))
                    .filter(choice -> Math.abs(Double.parseDouble(choice.text()) - number) < 1e-9)
                    .findFirst()
                    .or(() -> choices.stream().filter(it -> it.text().equals(ELSE)).findFirst());
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
