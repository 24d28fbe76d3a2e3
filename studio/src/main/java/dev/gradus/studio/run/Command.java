package dev.gradus.studio.run;

import dev.gradus.studio.server.Request;
import dev.gradus.train.record.RunChanges;
import dev.gradus.train.record.RunWish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the page may ask for.
sealed interface Command {
    int LONGEST = 200;
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
        var said = Request.of(text);
        return switch (said.what()) {
            case "watch" -> new Watch(said.text("id", LONGEST), said.texts("others", MOST_OTHERS));
            case "figure" -> new Figure(said.text("name", LONGEST));
            case "look" -> new Look(step(said));
            case "ask" -> new Ask(said.text("id", LONGEST), wish(said.text("wish")));
            case "branch" ->
                    new Branch(
                            said.text("id", LONGEST),
                            step(said),
                            changes(said.parts().get("changes")));
            case "delete" -> new Delete(said.texts("ids", MOST_DELETED));
            case "example" -> new Example();
            default ->
                    throw new IllegalArgumentException(
                            "'%s' cannot be done".formatted(said.what()));
        };
    }

    private static long step(Request said) {
        return said.whole("step", 0, Long.MAX_VALUE);
    }

    private static RunWish wish(String word) {
        for (var wish : RunWish.values()) {
            if (wish.word().equals(word)) {
                return wish;
            }
        }
        throw new IllegalArgumentException("a run cannot be asked to '%s'".formatted(word));
    }

    private static RunChanges changes(@Nullable Object given) {
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
