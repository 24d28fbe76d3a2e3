package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.data.Preprocessing;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Optimizers;
import dev.gradus.nn.loss.Loss;
import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.nn.regularizer.Regularizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a trainer was told. Changed on a copy only, before anyone else sees it.
final class Settings {
    Loss loss = Losses.crossEntropy();
    OptimizerSpec optimizer = Optimizers.adam(1e-3);
    List<Metric> metrics = List.of(Metrics.accuracy());
    int epochs = 5;
    int batch = 64;
    long seed = 1;
    Optional<Regularizer> regularizer = Optional.empty();
    Optional<EarlyStopping> stop = Optional.empty();
    // empty: by the validation loss
    Optional<Metric> bestBy = Optional.empty();
    // empty: as is usual for the training part
    Optional<Function<Dataset, Preprocessing>> preprocessing = Optional.empty();
    Progress progress = Progress.silent();
    String command = "";

    Settings copy() {
        var copy = new Settings();
        copy.loss = loss;
        copy.optimizer = optimizer;
        copy.metrics = metrics;
        copy.epochs = epochs;
        copy.batch = batch;
        copy.seed = seed;
        copy.regularizer = regularizer;
        copy.stop = stop;
        copy.bestBy = bestBy;
        copy.preprocessing = preprocessing;
        copy.progress = progress;
        copy.command = command;
        return copy;
    }

    Map<String, Object> description(String network) {
        var map = new LinkedHashMap<String, Object>();
        map.put("network", network);
        map.put("loss", text(loss, "a loss of one's own"));
        map.put("optimizer", optimizer.toString());
        map.put("metrics", metrics.stream().map(Metric::name).toList());
        map.put("epochs", epochs);
        map.put("batch", batch);
        map.put("seed", seed);
        map.put(
                "regularizer",
                regularizer.map(it -> text(it, "a regularizer of one's own")).orElse("none"));
        map.put("bestBy", bestBy.map(Metric::name).orElse("validation loss"));
        stop.ifPresent(rule -> {
            map.put("patience", rule.patience());
            map.put("smallestImprovement", rule.smallest());
        });
        return map;
    }

    /// Returns how `part` is written in a program; the name of a lambda says nothing.
    private static String text(Object part, String own) {
        return part.getClass().isHidden() ? own : part.toString();
    }
}
