package dev.gradus.train;

import dev.gradus.io.ModelFile;
import dev.gradus.io.ModelFileException;
import dev.gradus.io.Weights;
import dev.gradus.nn.Layer;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.nn.optimizer.OptimizerState;
import dev.gradus.nn.schedule.ReduceOnPlateau;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.record.RunCheckpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a training stands between two batches: everything from which the rest follows.
///
/// The order of examples and all random numbers follow from the seed, the number of the epoch and that
/// of the batch, so no generator has a state that would have to be kept.
///
/// @param epoch the epoch at hand, counted from 1
/// @param batch how many of its batches are done
/// @param batchesDone how many batches are done in all
/// @param meter what its batches came to so far
/// @param history the epochs before
record LoopState(
        int epoch, int batch, long batchesDone, EpochMeter meter, List<EpochResult> history) {
    private static final String WEIGHTS = "weights/";
    private static final String BEST = "best/";
    private static final String MEMORY = "optimizer/";
    private static final String MODEL = "model";

    static LoopState beginning() {
        return new LoopState(1, 0, 0, new EpochMeter(), List.of());
    }

    /// Returns the state before the first batch of this epoch, as far as it can still be had: the
    /// weights are those of now.
    LoopState atBeginningOfEpoch() {
        return new LoopState(epoch, 0, batchesDone - batch, new EpochMeter(), history);
    }

    /// Returns the content of a checkpoint, everything copied.
    RunCheckpoint.Content save(
            ModelFile model,
            Optimizer optimizer,
            Best best,
            Optional<ReduceOnPlateau.Watch> plateau) {
        var tensors = new LinkedHashMap<String, Tensor>();
        Weights.of(model.layer()).tensors().forEach((name, it) -> tensors.put(WEIGHTS + name, it));
        best.weights().tensors().forEach((name, it) -> tensors.put(BEST + name, it));
        var remembered = optimizer.state();
        for (var i = 0; i < remembered.memory().size(); i++) {
            tensors.put(MEMORY + i, remembered.memory().get(i));
        }
        var notes = new LinkedHashMap<String, Object>();
        notes.put(MODEL, model.description());
        notes.put("epoch", epoch);
        notes.put("batch", batch);
        notes.put("batchesDone", batchesDone);
        notes.put("meter", meter.notes());
        notes.put("optimizer", notes(remembered));
        plateau.ifPresent(watch -> notes.put("plateau", notes(watch.state())));
        notes.put("best", best.notes());
        notes.put("history", history.stream().map(LoopState::notes).toList());
        return new RunCheckpoint.Content(tensors, notes);
    }

    /// Gives everything its numbers back and returns where training stood.
    ///
    /// @param strict whether the optimizer must be the same; otherwise another one begins anew
    static LoopState restore(
            RunCheckpoint.Content content,
            Layer layer,
            Optimizer optimizer,
            Best best,
            Optional<ReduceOnPlateau.Watch> plateau,
            boolean strict) {
        var notes = new Notes(content.notes());
        var state =
                new LoopState(
                        notes.count("epoch"),
                        notes.count("batch"),
                        notes.whole("batchesDone"),
                        EpochMeter.of(notes.notes("meter")),
                        notes.list("history").stream().map(LoopState::result).toList());
        Weights.of(part(content, WEIGHTS)).into(layer);
        restore(optimizer, optimizer(content, notes.notes("optimizer")), strict);
        best.restore(notes.notes("best"), Weights.of(part(content, BEST)));
        if (plateau.isPresent() && (strict || notes.has("plateau"))) {
            plateau.get().restore(plateau(notes.notes("plateau")));
        }
        return state;
    }

    /// Returns the network that a checkpoint is of.
    ///
    /// @param best whether with the best weights until then
    static ModelFile model(RunCheckpoint checkpoint, boolean best) {
        var content = checkpoint.read();
        if (!(content.notes().get(MODEL) instanceof Map<?, ?> model)) {
            throw new ModelFileException(
                    "%s does not say which network it is of".formatted(checkpoint.file()));
        }
        var description = new LinkedHashMap<String, Object>();
        model.forEach((name, value) -> description.put(String.valueOf(name), value));
        // before the end of the first epoch nothing is best
        var isBest = best && new Notes(content.notes()).notes("best").count("epoch") > 0;
        return ModelFile.of(description, Weights.of(part(content, isBest ? BEST : WEIGHTS)));
    }

    private static void restore(Optimizer optimizer, OptimizerState state, boolean strict) {
        if (strict) {
            optimizer.restore(state);
            return;
        }
        // another rate is why one branches, so it is the new one that counts
        var rate = optimizer.state().learningRate();
        try {
            optimizer.restore(
                    new OptimizerState(
                            state.steps(),
                            state.batches(),
                            state.collected(),
                            rate,
                            state.kinds(),
                            state.memory()));
        } catch (IllegalArgumentException _) {
            // another kind of optimizer: it remembers nothing yet, but steps go on being counted
            var own = optimizer.state();
            optimizer.restore(
                    new OptimizerState(
                            state.steps(), state.batches(), 0, rate, own.kinds(), own.memory()));
        }
    }

    private static Map<String, Tensor> part(RunCheckpoint.Content content, String prefix) {
        var part = new TreeMap<String, Tensor>();
        content.tensors()
                .forEach((name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        part.put(name.substring(prefix.length()), tensor);
                    }
                });
        return part;
    }

    private static Map<String, Object> notes(OptimizerState state) {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("steps", state.steps());
        notes.put("batches", state.batches());
        notes.put("collected", state.collected());
        notes.put("learningRate", state.learningRate());
        notes.put("kinds", state.kinds());
        return notes;
    }

    private static OptimizerState optimizer(RunCheckpoint.Content content, Notes notes) {
        var memory = new ArrayList<Tensor>();
        while (content.tensors().get(MEMORY + memory.size()) instanceof Tensor next) {
            memory.add(next);
        }
        return new OptimizerState(
                notes.whole("steps"),
                notes.whole("batches"),
                notes.count("collected"),
                notes.number("learningRate"),
                notes.texts("kinds"),
                memory);
    }

    private static Map<String, Object> notes(ReduceOnPlateau.Watch.State state) {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("best", Notes.number(state.best()));
        notes.put("factor", state.factor());
        notes.put("waited", state.waited());
        notes.put("cooling", state.cooling());
        return notes;
    }

    private static ReduceOnPlateau.Watch.State plateau(Notes notes) {
        return new ReduceOnPlateau.Watch.State(
                notes.number("best"),
                notes.number("factor"),
                notes.count("waited"),
                notes.count("cooling"));
    }

    private static Map<String, Object> notes(EpochResult result) {
        var notes = new LinkedHashMap<String, Object>();
        notes.put("epoch", result.epoch());
        notes.put("steps", result.steps());
        notes.put("trainLoss", Notes.number(result.trainLoss()));
        notes.put("trainAccuracy", Notes.number(result.trainAccuracy()));
        notes.put("validationLoss", Notes.number(result.validationLoss()));
        var metrics = new LinkedHashMap<String, Object>();
        result.metrics().forEach((name, value) -> metrics.put(name, Notes.number(value)));
        notes.put("metrics", metrics);
        notes.put("secondsTraining", result.secondsTraining());
        notes.put("seconds", result.seconds());
        notes.put("best", result.best());
        return notes;
    }

    private static EpochResult result(Notes notes) {
        var metrics = new LinkedHashMap<String, Double>();
        var figures = notes.notes("metrics");
        for (var name : figures.values().keySet()) {
            metrics.put(String.valueOf(name), figures.number(String.valueOf(name)));
        }
        return new EpochResult(
                notes.count("epoch"),
                notes.count("steps"),
                notes.number("trainLoss"),
                notes.number("trainAccuracy"),
                notes.number("validationLoss"),
                metrics,
                notes.number("secondsTraining"),
                notes.number("seconds"),
                notes.truth("best"));
    }
}
