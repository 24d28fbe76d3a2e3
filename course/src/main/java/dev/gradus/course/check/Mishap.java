package dev.gradus.course.check;

import dev.gradus.course.Words;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// What a learner's program threw, in words.
///
/// @param verdict what it counts as
/// @param message what happened and on which line
public record Mishap(Verdict verdict, String message) {
    private static final String EXERCISE = "Exercise.java";

    /// Explains what was thrown.
    public static Mishap of(Throwable thrown) {
        var place = place(thrown.getStackTrace());
        return switch (thrown) {
            case OutOfMemoryError error
                    when Objects.requireNonNullElse(error.getMessage(), "")
                            .contains("native thread") ->
                    new Mishap(
                            Verdict.STARTED_TOO_MANY_THREADS, Words.say("threw.threads") + place);
            case OutOfMemoryError _ ->
                    new Mishap(Verdict.USED_TOO_MUCH_MEMORY, Words.say("threw.memory") + place);
            case StackOverflowError _ ->
                    new Mishap(
                            Verdict.CALLED_ITSELF_TOO_OFTEN, Words.say("threw.overflow") + place);
            default -> ofException(thrown, place);
        };
    }

    private static Mishap ofException(Throwable thrown, String place) {
        if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
            return of(thrown.getCause());
        }
        var said = Objects.requireNonNullElse(thrown.getMessage(), "");
        var text =
                switch (thrown) {
                    case ArrayIndexOutOfBoundsException _ -> Words.say("threw.index", said);
                    case NullPointerException _ -> Words.say("threw.null");
                    case ArithmeticException _ -> Words.say("threw.arithmetic", said);
                    case NegativeArraySizeException _ -> Words.say("threw.size", said);
                    case ClassCastException _ -> Words.say("threw.cast", said);
                    default -> Words.say("threw.other", thrown.getClass().getSimpleName(), said);
                };
        return new Mishap(Verdict.THREW, text.strip() + place);
    }

    /// Returns the line of the exercise in which a thread is, as the end of a sentence, or an empty text.
    public static String place(StackTraceElement[] stack) {
        return line(stack).map(line -> " " + Words.say("threw.line", line)).orElse("");
    }

    /// Returns the line of the exercise nearest to the top of the stack.
    public static Optional<Integer> line(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> EXERCISE.equals(frame.getFileName()))
                .map(StackTraceElement::getLineNumber)
                .findFirst();
    }
}
