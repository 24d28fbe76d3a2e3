package dev.gradus.studio.models;

import dev.gradus.train.Model;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import dev.gradus.train.record.RunPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a model was learnt: the run it comes from, and the moments of it that can be looked back at.
///
/// @param run the run
/// @param points how its loss went
/// @param checkpoints after which steps there is a checkpoint, in order
public record Past(RecordedRun run, List<RunPoint> points, List<Long> checkpoints) {
    private static final int MOST_POINTS = 240;

    /// Copies the lists.
    public Past {
        points = List.copyOf(points);
        checkpoints = List.copyOf(checkpoints);
    }

    /// Reads how a run went.
    public static Past of(RecordedRun run) {
        var points =
                run.metrics().stream()
                        .filter(point -> Double.isFinite(point.value("loss")))
                        .toList();
        return new Past(run, points, run.checkpoints().stream().map(RunCheckpoint::step).toList());
    }

    /// Reads the model as it stood after a step.
    ///
    /// @throws IllegalArgumentException if there is no checkpoint of that moment
    Model at(long step) {
        return Model.at(
                run.checkpoint(step)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no checkpoint after step %d any more"
                                                .formatted(step))));
    }

    /// Returns after which step the run had the weights it ended with: those of its best epoch.
    long bestStep() {
        var last = checkpoints.isEmpty() ? 0 : checkpoints.getLast();
        var best = run.description().status().result().get("bestEpoch");
        return points.stream()
                .filter(point -> best instanceof Long epoch && point.epoch() == epoch)
                .mapToLong(RunPoint::step)
                .max()
                .orElse(last);
    }

    private int epochAt(long step) {
        return points.stream()
                .filter(point -> point.step() <= step)
                .mapToInt(RunPoint::epoch)
                .max()
                .orElse(0);
    }

    /// Returns what a page draws a run bar of.
    public Map<String, Object> words() {
        var steps = new ArrayList<Long>();
        var losses = new ArrayList<Double>();
        var shown = Math.min(points.size(), MOST_POINTS);
        for (var i = 0; i < shown; i++) {
            // both ends stay
            var point = points.get((int) ((long) i * (points.size() - 1) / Math.max(1, shown - 1)));
            steps.add(point.step());
            losses.add(point.value("loss"));
        }
        var description = run.description();
        var words = new LinkedHashMap<String, Object>();
        words.put("id", run.id());
        words.put("name", description.name());
        words.put("steps", steps);
        words.put("losses", losses);
        words.put(
                "checkpoints",
                checkpoints.stream()
                        .map(step -> Map.of("step", step, "epoch", epochAt(step)))
                        .toList());
        var best = bestStep();
        words.put("best", Map.of("step", best, "epoch", epochAt(best)));
        if (description.settings().get("seed") instanceof Long seed) {
            words.put("seed", seed);
        }
        return words;
    }
}
