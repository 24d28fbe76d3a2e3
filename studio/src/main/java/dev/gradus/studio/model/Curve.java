package dev.gradus.studio.model;

import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the loss of a run went, and where its checkpoints lie.
final class Curve {
    private static final int MOST_POINTS = 240;

    private Curve() {}

    static Map<String, Object> of(RecordedRun run) {
        var points =
                run.metrics().stream()
                        .filter(point -> Double.isFinite(point.value("loss")))
                        .toList();
        var steps = new ArrayList<Long>();
        var losses = new ArrayList<Double>();
        for (var i : Sample.spread(points.size(), MOST_POINTS)) {
            steps.add(points.get(i).step());
            losses.add(points.get(i).value("loss"));
        }
        return Map.of(
                "id", run.id(), "checkpoints", checkpoints(run), "steps", steps, "losses", losses);
    }

    private static List<Long> checkpoints(RecordedRun run) {
        return run.checkpoints().stream().map(RunCheckpoint::step).toList();
    }
}
