package dev.gradus.studio.path;

import dev.gradus.studio.models.Past;
import dev.gradus.train.record.RunsDirectory;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/// The youngest run of this computer, whoever began it, as the foot of the path shows it.
final class LastRun {
    private static final Map<String, Object> NONE = Map.of("is", "run");

    private LastRun() {}

    /// Returns what the page is told of it: no more than that there is none, if none has measured anything.
    static Map<String, Object> of(Optional<RunsDirectory> runs) {
        try {
            return runs.flatMap(it -> it.list().stream().findFirst())
                    .map(Past::of)
                    .filter(past -> !past.points().isEmpty())
                    .map(LastRun::words)
                    .orElse(NONE);
        } catch (UncheckedIOException _) {
            // it was being deleted: the path does without
            return NONE;
        }
    }

    private static Map<String, Object> words(Past past) {
        var words = past.words();
        words.put("is", "run");
        var status = past.run().description().status();
        words.put("isRunning", status.state().isRunning());
        status.ended().ifPresent(it -> words.put("ended", it.toEpochMilli()));
        if (status.result().get("validationAccuracy") instanceof Double accuracy) {
            words.put("accuracy", accuracy);
        }
        return words;
    }
}
