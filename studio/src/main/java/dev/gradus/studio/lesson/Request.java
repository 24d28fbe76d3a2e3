package dev.gradus.studio.lesson;

import dev.gradus.course.work.LessonFile;
import java.util.Map;

/// What a lesson's page may ask for.
sealed interface Request {
    /// How long a program may be.
    int MOST_CHARACTERS = LessonFile.MOST_PROGRAM;

    /// Show a lesson; an empty number means the one to go on with.
    ///
    /// @param isTest whether its exercise stands for the whole unit
    record Open(String number, boolean isTest) implements Request {}

    /// Save the program.
    ///
    /// @param edit what the answer is marked with
    record Save(long edit, String text) implements Request {}

    /// Save the program whatever another editor has saved; that is kept.
    record Overwrite(long edit, String text) implements Request {}

    /// Keep what was typed while another editor saved.
    record Keep(String text) implements Request {}

    /// Save the program and check it.
    record Check(long edit, String text) implements Request {}

    /// Stop the check.
    record Stop() implements Request {}

    /// Compute something for the picture.
    record Ask(long id, String question, Map<String, ?> inputs) implements Request {}

    /// Let the picture run the learner's program, or the solution.
    record Swap(boolean on) implements Request {}

    /// Note where the learner is.
    record Stand(String phase) implements Request {}

    /// Note what was answered to a question.
    record Answered(String question, String answer) implements Request {}

    /// Keep what the learner's program has drawn: see [dev.gradus.studio.path.Keepsake].
    record Made(String pixels) implements Request {}

    /// Show the next hint.
    record Hint() implements Request {}

    /// Show the solution.
    record Solution() implements Request {}

    /// List all versions.
    record History() implements Request {}

    /// Put a version back.
    record Restore(int number) implements Request {}

    /// Put the starter back.
    record Reset() implements Request {}

    /// Put the lesson into a file, with what is set in its picture.
    record Pack(Map<String, ?> picture) implements Request {}

    /// Take in the next part of a lesson's file.
    record Part(String text) implements Request {}

    /// Look at the file whose parts have come; nothing is changed.
    record Look() implements Request {}

    /// Take over the file that was looked at.
    record Take() implements Request {}

    /// Returns the request that `text` holds.
    ///
    /// @throws IllegalArgumentException if there is none
    static Request of(String text) {
        try {
            var parts = dev.gradus.studio.server.Request.of(text);
            return switch (parts.text("do", 20)) {
                case "open" -> new Open(parts.text("lesson", 20), parts.truth("test"));
                case "save" -> new Save(parts.whole("edit"), program(parts));
                case "overwrite" -> new Overwrite(parts.whole("edit"), program(parts));
                case "keep" -> new Keep(program(parts));
                case "check" -> new Check(parts.whole("edit"), program(parts));
                case "stop" -> new Stop();
                case "ask" ->
                        new Ask(
                                parts.whole("id"),
                                parts.text("question", 100),
                                parts.map("inputs"));
                case "swap" -> new Swap(parts.truth("on"));
                case "stand" -> new Stand(parts.text("phase", 20));
                case "answered" ->
                        new Answered(parts.text("question", 40), parts.text("answer", 40));
                case "made" -> new Made(parts.text("pixels", MOST_CHARACTERS));
                case "hint" -> new Hint();
                case "solution" -> new Solution();
                case "history" -> new History();
                case "restore" -> new Restore(Math.toIntExact(parts.whole("number")));
                case "reset" -> new Reset();
                case "pack" -> new Pack(parts.map("picture"));
                case "part" -> new Part(parts.text("text", MOST_CHARACTERS));
                case "look" -> new Look();
                case "take" -> new Take();
                default ->
                        throw new IllegalArgumentException(
                                "'%s' cannot be done".formatted(parts.text("do", 20)));
            };
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("this is no request: " + e.getMessage(), e);
        }
    }

    private static String program(dev.gradus.studio.server.Request parts) {
        return parts.text("text", MOST_CHARACTERS);
    }
}
