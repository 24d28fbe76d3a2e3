package dev.gradus.train;

import dev.gradus.data.Dataset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the record of a run says about its data and about what came of it.
final class DataNotes {
    private DataNotes() {}

    /// Returns what the examples are, with their hashes: those take a while for many examples.
    static Map<String, Object> of(Dataset train, Dataset validation) {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("training", of(train));
        notes.put("validation", of(validation));
        return notes;
    }

    private static Map<String, Object> of(Dataset part) {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("name", part.name());
        notes.put("examples", part.size());
        notes.put("shape", part.exampleShape().toArray());
        notes.put("classes", part.classes());
        notes.put("sha256", part.hash());
        return notes;
    }

    static Map<String, Object> result(Run run, Optional<LostNumber.Finding> lost) {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("weights_sha256", run.weightsSha256());
        notes.put("bestEpoch", run.bestEpoch());
        notes.put("steps", run.steps());
        notes.put("seconds", run.secondsTraining());
        notes.put("samplesPerSecond", run.samplesPerSecond());
        run.history().stream()
                .filter(result -> result.epoch() == run.bestEpoch())
                .forEach(result -> {
                    notes.put("validationLoss", result.validationLoss());
                    notes.put("validationAccuracy", result.validationAccuracy());
                });
        lost.ifPresent(it -> notes.put("lost", it.notes()));
        return notes;
    }
}
