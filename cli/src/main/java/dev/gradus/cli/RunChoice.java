package dev.gradus.cli;

import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunsDirectory;
import java.util.List;

/// Finds the run that is meant.
final class RunChoice {
    private static final String LAST = "last";

    private RunChoice() {}

    static RunsDirectory directory() {
        return RunsDirectory.ofUser()
                .orElseThrow(() ->
                        CommandFailure.wrongUse(
                                "Recording of runs is switched off: GRADUS_RUNS or -Dgradus.runs is off."));
    }

    /// Returns the run of this id, the only one whose id holds this text, or the last one.
    static RecordedRun find(String text) {
        var all = directory().list();
        if (text.equals(LAST) && !all.isEmpty()) {
            return all.getFirst();
        }
        var exact = directory().find(text);
        if (exact.isPresent()) {
            return exact.get();
        }
        var alike = all.stream().filter(run -> run.id().contains(text)).toList();
        if (alike.size() == 1) {
            return alike.getFirst();
        }
        throw CommandFailure.wrongUse(
                alike.isEmpty()
                        ? "There is no run %s. gradus runs list shows those there are."
                                .formatted(text)
                        : "%s may be %s.".formatted(text, names(alike)));
    }

    private static String names(List<RecordedRun> runs) {
        return String.join(" or ", runs.stream().limit(5).map(RecordedRun::id).toList());
    }
}
