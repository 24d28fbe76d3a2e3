package dev.gradus.course;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Everything the course says to a learner beside the lessons themselves, in one file that can be
/// translated: `words.properties`.
public final class Words {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.gradus.course.words", Locale.getDefault());

    private Words() {}

    /// Returns what is said under this key, with `%s` filled in by the arguments in order.
    ///
    /// @throws IllegalArgumentException if there is no such key
    public static String say(String key, Object... arguments) {
        try {
            return String.format(Locale.ENGLISH, BUNDLE.getString(key), arguments);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException(
                    "words.properties has no line %s: add it there".formatted(key), e);
        }
    }
}
