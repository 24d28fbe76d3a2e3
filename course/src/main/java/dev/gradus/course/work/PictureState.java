package dev.gradus.course.work;

import dev.gradus.course.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was set in a lesson's picture: numbers, truth values, short texts and short lists of them. The picture
/// looks once more at what it is given: a number must lie where its slider goes.
final class PictureState {
    private static final int MOST_PARTS = 40;
    private static final int MOST_NAME = 60;
    private static final int MOST_TEXT = 200;
    private static final int MOST_ITEMS = 400;
    private static final int DEEPEST = 3;

    private PictureState() {}

    static Map<String, Object> checked(Map<?, ?> given) {
        require(given.size() <= MOST_PARTS);
        var state = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> {
            require(name instanceof String text && text.length() <= MOST_NAME);
            state.put((String) name, value(value, DEEPEST));
        });
        return Collections.unmodifiableMap(state);
    }

    private static Object value(Object value, int depth) {
        return switch (value) {
            case Number number when Double.isFinite(number.doubleValue()) -> number;
            case Boolean truth -> truth;
            case String text when text.length() <= MOST_TEXT -> text;
            case List<?> items when depth > 0 && items.size() <= MOST_ITEMS -> {
                var checked = new ArrayList<Object>();
                items.forEach(item -> checked.add(value(item, depth - 1)));
                yield List.copyOf(checked);
            }
            case null, default ->
                    throw new IllegalArgumentException(Words.say("lesson.file.damaged", "picture"));
        };
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(Words.say("lesson.file.damaged", "picture"));
        }
    }
}
