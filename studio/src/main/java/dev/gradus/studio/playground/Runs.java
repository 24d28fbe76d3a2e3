package dev.gradus.studio.playground;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The runs of an open page: the present one, and those that it branched from. And the user's own table.
final class Runs {
    /// How many runs are kept beside the present one.
    static final int MOST_LEFT = 5;

    private final Map<Long, Run> left = new LinkedHashMap<>();
    private Optional<OwnData> own = Optional.empty();
    private Optional<Run> present = Optional.empty();

    Optional<Run> present() {
        return present;
    }

    /// Returns the run of a new setup; all others are forgotten.
    ///
    /// @throws IllegalArgumentException if its data do not fit; nothing has changed then
    Run begin(Command.Begin begin) {
        var next = new Run(begin.id(), Samples.of(begin.setup(), own));
        left.clear();
        return present(next);
    }

    /// Returns a branch of the present run, which is kept.
    Run branch(Run from, Command.Branch branch) {
        var next = from.branch(branch.id(), branch.setup());
        keep(from);
        return present(next);
    }

    /// Returns a run that was left, as it was then; the present one is kept in its place.
    Run goBack(Run from, long id) {
        var earlier = left.remove(id);
        if (earlier == null) {
            throw new IllegalArgumentException("there is no run %d to go back to".formatted(id));
        }
        keep(from);
        earlier.showLast();
        return present(earlier);
    }

    private Run present(Run run) {
        present = Optional.of(run);
        return run;
    }

    private void keep(Run run) {
        left.put(run.id(), run);
        if (left.size() > MOST_LEFT) {
            left.remove(left.keySet().iterator().next());
        }
    }

    /// Takes the user's own table; returns what there is to say of it, or why it cannot be read.
    Map<String, Object> take(Command.Table table) {
        try {
            var taken = OwnData.read(table.name(), table.text(), table.header());
            own = Optional.of(taken);
            return Map.of(
                    "is", "table",
                    "name", taken.name(),
                    "rows", taken.table().rows().size(),
                    "header", taken.table().hasHeader(),
                    "columns", taken.columns());
        } catch (IllegalArgumentException e) {
            return Map.of("is", "table", "why", String.valueOf(e.getMessage()));
        }
    }
}
