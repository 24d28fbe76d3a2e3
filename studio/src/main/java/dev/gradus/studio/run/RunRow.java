package dev.gradus.studio.run;

import dev.gradus.train.record.RunDescription;
import dev.gradus.train.record.RunState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the list of runs says about one of them.
final class RunRow {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_SETTING = 60;
    private static final int MOST_DIFFERENCES = 3;

    private RunRow() {}

    /// @param track what it has written, if that is known
    static Map<String, Object> of(RunDescription run, Optional<Track> track) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", run.id());
        row.put("name", run.name());
        row.put("state", run.state().name().toLowerCase(Locale.ROOT));
        row.put("started", run.started().toEpochMilli());
        run.status().ended().ifPresent(time -> row.put("ended", time.toEpochMilli()));
        row.put("from", from(run));
        row.put("why", limited(run.status().explanation()));
        row.put("of", run.plan().steps());
        row.put("listens", run.plan().listens());
        row.put("batch", run.settings().get("batch") instanceof Long batch ? batch : 0L);
        run.parent()
                .ifPresent(parent -> {
                    row.put("parent", parent.run());
                    row.put("parentStep", parent.step());
                });
        row.put("changes", run.plan().changes().map());
        row.put("asked", run.plan().asked());
        row.put("step", track.map(Track::step).orElse(whole(run.status().result().get("steps"))));
        row.put("loss", Plain.number(loss(run, track)));
        return row;
    }

    /// Returns the settings it has otherwise than the run before: what tells runs of one name apart.
    static Map<String, Object> differences(RunDescription before, RunDescription run) {
        var others = new LinkedHashMap<String, Object>();
        for (var setting : run.settings().entrySet()) {
            var value = String.valueOf(setting.getValue());
            if (others.size() < MOST_DIFFERENCES
                    && !value.equals(String.valueOf(before.settings().get(setting.getKey())))) {
                others.put(
                        limited(setting.getKey(), LONGEST_SETTING),
                        limited(value, LONGEST_SETTING));
            }
        }
        return others;
    }

    /// How it was begun: by the command line, the studio, or a program of one's own.
    private static String from(RunDescription run) {
        return run.process().launch().isEmpty() ? "program" : "command";
    }

    private static long whole(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }

    private static double loss(RunDescription run, Optional<Track> track) {
        var unseen = track.flatMap(it -> it.figure("validation loss")).map(Series::last);
        if (unseen.isPresent()) {
            return unseen.get();
        }
        if (run.status().result().get("validationLoss") instanceof Double loss
                && run.state() != RunState.RUNNING) {
            return loss;
        }
        return track.flatMap(it -> it.figure("loss")).map(Series::last).orElse(Double.NaN);
    }

    static String limited(String text) {
        return limited(text, LONGEST_TEXT);
    }

    private static String limited(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
