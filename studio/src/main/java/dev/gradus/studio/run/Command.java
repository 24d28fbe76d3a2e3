package dev.gradus.studio.run;

import dev.gradus.io.Json;
import dev.gradus.io.JsonException;
import dev.gradus.train.record.RunChanges;
import dev.gradus.train.record.RunWish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the page may ask for.
sealed interface Command {
    int MOST_OTHERS = 5;
    int MOST_DELETED = 1_000;

    /// Show this run, and these beside it.
    record Watch(String id, List<String> others) implements Command {}

    /// Draw this figure.
    record Figure(String name) implements Command {}

    /// Say how the layers did at this step.
    record Look(long step) implements Command {}

    /// Ask a run to wait, to go on or to end.
    record Ask(String id, RunWish wish) implements Command {}

    /// Begin a run from a checkpoint of another one.
    record Branch(String id, long step, RunChanges changes) implements Command {}

    /// Delete these runs.
    record Delete(List<String> ids) implements Command {}

    /// Begin a run to look at.
    record Example() implements Command {}

    /// Returns the command that `text` holds.
    ///
    /// @throws IllegalArgumentException if there is none
    static Command of(String text) {
        try {
            var message = Json.read(text);
            return switch (text(message, "do")) {
                case "watch" ->
                        new Watch(text(message, "id"), texts(message, "others", MOST_OTHERS));
                case "figure" -> new Figure(text(message, "name"));
                case "look" -> new Look(whole(message, "step"));
                case "ask" -> new Ask(text(message, "id"), wish(text(message, "wish")));
                case "branch" ->
                        new Branch(
                                text(message, "id"),
                                whole(message, "step"),
                                changes(message.get("changes")));
                case "delete" -> new Delete(texts(message, "ids", MOST_DELETED));
                case "example" -> new Example();
                default ->
                        throw new IllegalArgumentException(
                                "'%s' cannot be done".formatted(text(message, "do")));
            };
        } catch (JsonException e) {
            throw new IllegalArgumentException("this is no JSON object: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, Object> message, String name) {
        if (message.get(name) instanceof String text && text.length() <= 200) {
            return text;
        }
        throw new IllegalArgumentException("'%s' is no text".formatted(name));
    }

    private static long whole(Map<String, Object> message, String name) {
        if (message.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw new IllegalArgumentException("'%s' is no whole number".formatted(name));
    }

    private static List<String> texts(Map<String, Object> message, String name, int most) {
        if (message.get(name) instanceof List<?> list && list.size() <= most) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new IllegalArgumentException("'%s' is no list of at most %d".formatted(name, most));
    }

    private static RunWish wish(String word) {
        for (var wish : RunWish.values()) {
            if (wish.word().equals(word)) {
                return wish;
            }
        }
        throw new IllegalArgumentException("a run cannot be asked to '%s'".formatted(word));
    }

    private static RunChanges changes(@org.jspecify.annotations.Nullable Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a branch changes something");
        }
        var known = new LinkedHashMap<Object, Object>(map);
        var changes = RunChanges.of(known);
        if (changes.map().size() != map.size() || changes.isEmpty()) {
            throw new IllegalArgumentException("%s are no changes".formatted(map.keySet()));
        }
        return changes;
    }
}
