package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.io.Provenance;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of a training: the model with its best weights, and how it got there.
public final class Run {
    private final Model model;
    private final Dataset train;
    private final Dataset validation;
    private final long seed;
    private final Map<String, Object> settings;
    private final List<EpochResult> history;
    private final int bestEpoch;
    private final Stopped stopped;
    private final Timing timing;
    // one thread is meant to judge and save; if two do, either evaluation will do
    private volatile Optional<Evaluation> evaluation = Optional.empty();

    /// How long it took.
    ///
    /// @param steps how many steps were made
    /// @param samples how many examples were learned from, counting each as often as it was
    /// @param secondsStepping how long the steps took
    /// @param seconds how long everything took
    /// @param secondsToFirstStep how long it took until the first step was done
    record Timing(
            long steps,
            long samples,
            double secondsStepping,
            double seconds,
            double secondsToFirstStep) {}

    Run(
            Model model,
            Dataset train,
            Dataset validation,
            long seed,
            Map<String, Object> settings,
            List<EpochResult> history,
            int bestEpoch,
            Stopped stopped,
            Timing timing) {
        this.model = model;
        this.train = train;
        this.validation = validation;
        this.seed = seed;
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        this.history = List.copyOf(history);
        this.bestEpoch = bestEpoch;
        this.stopped = stopped;
        this.timing = timing;
    }

    /// Returns the model, with the best weights.
    public Model model() {
        return model;
    }

    /// Returns what each epoch came to, in order.
    public List<EpochResult> history() {
        return history;
    }

    /// Returns the epoch whose weights the model has, counted from 1, or 0 if no epoch was of use.
    public int bestEpoch() {
        return bestEpoch;
    }

    /// Returns how it was trained, as text, numbers, lists and maps.
    public Map<String, Object> settings() {
        return settings;
    }

    /// Returns why training ended.
    public Stopped stopped() {
        return stopped;
    }

    /// Returns how many steps were made.
    public long steps() {
        return timing.steps();
    }

    /// Returns how long `fit` took in seconds, with validation and all else.
    public double secondsTraining() {
        return timing.seconds();
    }

    /// Returns how many examples were learned from in a second, without the time validation took.
    public double samplesPerSecond() {
        return timing.secondsStepping() == 0 ? 0 : timing.samples() / timing.secondsStepping();
    }

    /// Returns how many seconds after the beginning of `fit` the first step was done.
    public double secondsToFirstStep() {
        return timing.secondsToFirstStep();
    }

    /// Returns the SHA-256 of the model's weights: equal for runs that are equal to the last bit.
    public String weightsSha256() {
        return model.weightsSha256();
    }

    /// Returns where the model comes from, with what is known about it so far.
    public Provenance provenance() {
        return provenanced().provenance();
    }

    /// Judges the model by examples it has never seen, beside what little effort reaches.
    ///
    /// A linear model is trained for comparison, which takes a second or so. To look at the test
    /// part again and again while choosing settings is to fit it: choose by the validation part.
    ///
    /// @throws IllegalArgumentException if the examples have another shape or the classes other
    ///     names
    public Evaluation evaluate(Dataset test) {
        Fit.checkNotEmpty("test", test);
        var baselines = Baselines.of(train, validation, model.preprocessing(), seed, test);
        var beside = model.evaluate(test).with(baselines);
        evaluation = Optional.of(beside);
        return beside;
    }

    /// Writes the model with where it comes from, wholly or not at all; with the last evaluation,
    /// if there was one.
    ///
    /// @throws dev.gradus.io.ModelFileException if a weight is not a number
    /// @throws java.io.UncheckedIOException if the file cannot be written
    public void save(Path file) {
        provenanced().save(file);
    }

    private Model provenanced() {
        var metrics = new LinkedHashMap<String, Object>();
        history.stream()
                .filter(result -> result.epoch() == bestEpoch)
                .forEach(result -> {
                    metrics.put("validation loss", result.validationLoss());
                    result.metrics()
                            .forEach((name, value) -> metrics.put("validation " + name, value));
                });
        evaluation.ifPresent(judged -> {
            metrics.put("test data", judged.data());
            metrics.put("test accuracy", judged.accuracy());
            metrics.put("test macro F1", judged.macroF1());
            metrics.put("test log loss", judged.logLoss());
        });
        return model.provenance(model.provenance().metrics(metrics));
    }

    /// Returns the epochs as a table, and why training ended.
    @Override
    public String toString() {
        return RunText.of(this);
    }
}
