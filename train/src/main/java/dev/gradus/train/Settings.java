package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.data.Preprocessing;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Optimizers;
import dev.gradus.nn.constraint.Constraint;
import dev.gradus.nn.loss.Loss;
import dev.gradus.nn.optimizer.Averaging;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.nn.regularizer.L2;
import dev.gradus.nn.regularizer.Regularizer;
import dev.gradus.nn.schedule.ReduceOnPlateau;
import dev.gradus.nn.schedule.Schedule;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunChanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/// What a trainer was told. Changed on a copy only, before anyone else sees it.
final class Settings {
    Loss loss = Losses.crossEntropy();
    Function<? super Layer, Optimizer> optimizer = Optimizers.adam(1e-3)::on;
    Optional<Schedule> schedule = Optional.empty();
    Optional<ReduceOnPlateau> plateau = Optional.empty();
    int accumulate = 1;
    Optional<Averaging> averaging = Optional.empty();
    List<Constraint> constraints = List.of();
    List<Metric> metrics = List.of(Metrics.accuracy());
    int epochs = 5;
    // empty: as many as the epochs have
    OptionalLong steps = OptionalLong.empty();
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
    // empty: as the process was told
    Optional<Recording> recording = Optional.empty();
    boolean unrecorded;
    Optional<Continuation> continuation = Optional.empty();
    // empty: that of the optimizer
    OptionalDouble learningRate = OptionalDouble.empty();
    RunChanges changes = RunChanges.NONE;

    Settings copy() {
        var copy = new Settings();
        copy.loss = loss;
        copy.optimizer = optimizer;
        copy.schedule = schedule;
        copy.plateau = plateau;
        copy.accumulate = accumulate;
        copy.averaging = averaging;
        copy.constraints = constraints;
        copy.metrics = metrics;
        copy.epochs = epochs;
        copy.steps = steps;
        copy.batch = batch;
        copy.seed = seed;
        copy.regularizer = regularizer;
        copy.stop = stop;
        copy.bestBy = bestBy;
        copy.preprocessing = preprocessing;
        copy.progress = progress;
        copy.command = command;
        copy.recording = recording;
        copy.unrecorded = unrecorded;
        copy.continuation = continuation;
        copy.learningRate = learningRate;
        copy.changes = changes;
        return copy;
    }

    /// Returns the optimizer of `layer`, without what depends on the length of the run.
    Optimizer optimizer(Layer layer) {
        var made = optimizer.apply(layer).seed(seed);
        if (accumulate > 1) {
            made.accumulate(accumulate);
        }
        averaging.ifPresent(made::average);
        constraints.forEach(made::constrain);
        learningRate.ifPresent(made::learningRate);
        return made;
    }

    /// Changes what a branch does otherwise, all but the network.
    void change(RunChanges wanted) {
        changes = wanted;
        if (wanted.learningRate().isPresent()) {
            learningRate = wanted.learningRate();
        }
        wanted.l2()
                .ifPresent(
                        it -> regularizer = it == 0 ? Optional.empty() : Optional.of(new L2(it)));
        wanted.batch().ifPresent(it -> batch = it);
        wanted.seed().ifPresent(it -> seed = it);
        wanted.epochs()
                .ifPresent(it -> {
                    epochs = it;
                    steps = OptionalLong.empty();
                });
    }

    /// Returns how many batches there are in all.
    long batchesInAll(int batchesInEpoch, Optimizer optimizer) {
        return steps.isPresent()
                ? steps.getAsLong() * optimizer.batchesPerStep()
                : (long) epochs * batchesInEpoch;
    }

    /// Returns everything that was said about training with these parts, as a file can hold it.
    Map<String, Object> description(Trainer.FittedParts parts) {
        var made = optimizer(parts.layer());
        var batches = Math.ceilDiv(parts.train().size(), batch);
        var last = Math.toIntExact(Math.ceilDiv(batchesInAll(batches, made), batches));
        var map = description(parts.networkText(), made, last);
        map.put("preprocessing", parts.preprocessing().toString());
        return map;
    }

    private Map<String, Object> description(String network, Optimizer optimizer, int epochs) {
        var map = new LinkedHashMap<String, Object>();
        map.put("network", network);
        map.put("loss", text(loss, "a loss of one's own"));
        map.put("optimizer", optimizer.toString());
        learningRate.ifPresent(rate -> map.put("learning rate", rate));
        schedule.ifPresent(rule -> map.put("schedule", rule.toString()));
        plateau.ifPresent(rule -> map.put("plateau", rule.toString()));
        if (optimizer.batchesPerStep() > 1) {
            map.put("accumulate", optimizer.batchesPerStep());
        }
        averaging.ifPresent(rule -> map.put("averageWeights", rule.toString()));
        if (!constraints.isEmpty()) {
            map.put("constraints", constraints.stream().map(Constraint::toString).toList());
        }
        map.put("metrics", metrics.stream().map(Metric::name).toList());
        map.put("epochs", epochs);
        steps.ifPresent(count -> map.put("steps", count));
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
