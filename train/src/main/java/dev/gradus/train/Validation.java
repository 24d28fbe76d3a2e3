package dev.gradus.train;

import java.util.LinkedHashMap;
import java.util.Optional;

/// The look at the validation examples after an epoch.
///
/// @param parts what is trained, and on what
/// @param settings how
/// @param answers how outputs are read
/// @param best the best weights so far, which are offered those of each epoch
record Validation(Trainer.FittedParts parts, Settings settings, Answers answers, Best best) {
    private static final double NANOS = 1e9;

    /// Returns what an epoch came to that began at `begin`.
    EpochResult of(int epoch, EpochMeter meter, long begin) {
        var stepsDone = System.nanoTime();
        // a stop that is asked for meanwhile waits: half a validation tells nothing
        var scoring =
                Interruption.holdBack(() ->
                        Scoring.of(
                                parts.layer(),
                                answers,
                                parts.preprocessing(),
                                Optional.of(settings.loss),
                                parts.validation()));
        var metrics = new LinkedHashMap<String, Double>();
        for (var metric : settings.metrics) {
            metrics.put(metric.name(), metric.of(scoring.predictions()));
        }
        return new EpochResult(
                epoch,
                meter.batches(),
                meter.loss(),
                meter.accuracy(),
                scoring.loss(),
                metrics,
                (stepsDone - begin) / NANOS,
                (System.nanoTime() - begin) / NANOS,
                best.offer(epoch, score(scoring)));
    }

    /// Returns by what epochs are compared, larger being better.
    private double score(Scoring scoring) {
        return settings.bestBy
                .map(metric -> {
                    var figure = metric.of(scoring.predictions());
                    return metric.smallerIsBetter() ? -figure : figure;
                })
                .orElse(-scoring.loss());
    }
}
