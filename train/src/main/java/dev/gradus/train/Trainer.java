package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.data.Preprocessing;
import dev.gradus.data.Standardize;
import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.constraint.Constraint;
import dev.gradus.nn.loss.Loss;
import dev.gradus.nn.optimizer.Averaging;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.nn.regularizer.L2;
import dev.gradus.nn.regularizer.Regularizer;
import dev.gradus.nn.schedule.ReduceOnPlateau;
import dev.gradus.nn.schedule.Schedule;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.Recording;
import dev.gradus.train.record.RunChanges;
import dev.gradus.train.record.RunCheckpoint;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Trains a network: everything there is to say about it in one place.
///
/// ```java
/// var run = Trainer.of(Sequential.of(flatten(), dense(128, RELU), dense(10)))
///         .loss(crossEntropy())
///         .optimizer(adam(1e-3))
///         .epochs(5)
///         .fit(parts.train(), parts.validation());
/// ```
///
/// What is not said is usual: the cross-entropy loss, Adam with a learning rate of 0.001, 5 epochs,
/// batches of 64, seed 1, no early stopping. Numbers are standardised as measured on the training
/// part: together for pictures, each feature by itself for tables. After each epoch the validation
/// examples are looked at, and the weights of the best epoch are kept.
///
/// The same settings, data and version give the same weights to the last bit, whatever the number
/// of threads. A trainer never changes; each method returns another.
public final class Trainer {
    private final BiFunction<Shape, Seed, Layer> network;
    private final String networkText;
    // empty: it was given built
    private final Optional<LayerSpec> spec;
    private final Settings settings;

    private Trainer(
            BiFunction<Shape, Seed, Layer> network,
            String networkText,
            Optional<LayerSpec> spec,
            Settings settings) {
        this.network = network;
        this.networkText = networkText;
        this.spec = spec;
        this.settings = settings;
    }

    /// Returns a trainer of the network that `spec` builds for the training data, with weights that
    /// follow from the seed.
    public static Trainer of(LayerSpec spec) {
        return new Trainer(spec::build, text(spec), Optional.of(spec), new Settings());
    }

    /// Returns a trainer of `layer`, which is trained on from the weights it has.
    public static Trainer of(Layer layer) {
        var text = layer instanceof BuiltLayer built ? text(built.spec()) : text(layer);
        return new Trainer((_, _) -> layer, text, Optional.empty(), new Settings());
    }

    private static String text(Object network) {
        return network.getClass().isHidden() ? "a network of one's own" : network.toString();
    }

    /// Returns this trainer with another loss.
    public Trainer loss(Loss loss) {
        return with(next -> next.loss = loss);
    }

    /// Returns this trainer with another optimizer.
    public Trainer optimizer(OptimizerSpec optimizer) {
        return optimizer(optimizer::on);
    }

    /// Returns this trainer with an optimizer that `make` makes for the network, such as one with
    /// several groups: `.optimizer(net -> Optimizer.of(group(...), group(...)))`.
    public Trainer optimizer(Function<? super Layer, Optimizer> make) {
        return with(next -> next.optimizer = make);
    }

    /// Returns this trainer with learning rates that follow a schedule:
    /// `.schedule(warmup(100).then(cosine()))`. Where it leaves its length open, it lasts to the
    /// end
    /// of the run.
    public Trainer schedule(Schedule schedule) {
        return with(next -> next.schedule = Optional.of(schedule));
    }

    /// Returns this trainer with learning rates that become smaller when the validation loss no
    /// longer falls, beside what a schedule says.
    public Trainer schedule(ReduceOnPlateau rule) {
        return with(next -> next.plateau = Optional.of(rule));
    }

    /// Returns this trainer with weights that change only once in `batches` batches, by the mean of
    /// their gradients: as if they were one large batch, without the memory that would take.
    public Trainer accumulate(int batches) {
        positive("batches to accumulate", batches);
        return with(next -> next.accumulate = batches);
    }

    /// Returns this trainer with weights that are averaged over the steps: the average, which
    /// follows them by `1 - decay` of the way in each, is what validation looks at and what is
    /// kept.
    public Trainer averageWeights(double decay) {
        return averageWeights(new Averaging.Exponential(decay));
    }

    /// Returns this trainer with weights that are averaged over the steps in another way:
    /// `.averageWeights(swa().after(1_000))`.
    public Trainer averageWeights(Averaging averaging) {
        return with(next -> next.averaging = Optional.of(averaging));
    }

    /// Returns this trainer with something that all weights, not biases and scales, must hold to
    /// after each step, after what was said before: `.constraint(maxNorm(3))`.
    public Trainer constraint(Constraint constraint) {
        return with(next ->
                next.constraints =
                        Stream.concat(next.constraints.stream(), Stream.of(constraint)).toList());
    }

    /// Returns this trainer with other figures of the validation examples; accuracy is always the
    /// first.
    public Trainer metrics(Metric... metrics) {
        var accuracy = Metrics.accuracy();
        var others =
                Arrays.stream(metrics).filter(metric -> !metric.name().equals(accuracy.name()));
        var all = Stream.concat(Stream.of(accuracy), others).toList();
        return with(next -> next.metrics = all);
    }

    /// Returns this trainer with another number of passes over the training examples.
    public Trainer epochs(int epochs) {
        positive("epochs", epochs);
        return with(next -> {
            next.epochs = epochs;
            next.steps = OptionalLong.empty();
        });
    }

    /// Returns this trainer with a number of steps, which are changes of the weights, instead of
    /// epochs. Validation follows each pass over the training examples and the last step.
    public Trainer steps(long steps) {
        positive("steps", steps);
        return with(next -> next.steps = OptionalLong.of(steps));
    }

    /// Returns this trainer with another number of examples in a batch.
    public Trainer batch(int size) {
        positive("examples in a batch", size);
        return with(next -> next.batch = size);
    }

    /// Returns this trainer with other chance: weights, order of examples and dropout follow from
    /// it.
    public Trainer seed(long seed) {
        return with(next -> next.seed = seed);
    }

    /// Returns this trainer with a price on large weights, short for `.regularizer(l2(strength))`:
    /// see [L2].
    public Trainer l2(double strength) {
        return regularizer(new L2(strength));
    }

    /// Returns this trainer with a price on weights, such as `.regularizer(l1l2(1e-5, 1e-4))`, in
    /// the place of another one; `plus` joins two.
    public Trainer regularizer(Regularizer regularizer) {
        return with(next -> next.regularizer = Optional.of(regularizer));
    }

    /// Returns this trainer with an end before the last epoch: `.stop(early().patience(5))`.
    public Trainer stop(EarlyStopping rule) {
        return with(next -> next.stop = Optional.of(rule));
    }

    /// Returns this trainer with epochs compared by `metric` of the validation examples instead of
    /// their loss, for the best weights and for early stopping. Whether more or less of it is better it
    /// says itself.
    public Trainer bestBy(Metric metric) {
        return with(next -> next.bestBy = Optional.of(metric));
    }

    /// Returns this trainer with another preprocessing, fitted already.
    public Trainer preprocessing(Preprocessing preprocessing) {
        return preprocessing(_ -> preprocessing);
    }

    /// Returns this trainer with another preprocessing, to be fitted on the training part:
    /// `.preprocessing(Standardize::fitEachFeature)`.
    public Trainer preprocessing(Function<Dataset, ? extends Preprocessing> fit) {
        return with(next -> next.preprocessing = Optional.of(fit::apply));
    }

    /// Returns this trainer with someone who is told how training goes.
    public Trainer progress(Progress progress) {
        return with(next -> next.progress = progress);
    }

    /// Returns this trainer with a statement of how it was called, which the saved model carries.
    public Trainer command(String command) {
        return with(next -> next.command = command);
    }

    /// Returns this trainer with its run recorded under this name in the runs directory, where the
    /// studio and [dev.gradus.train.record.RunsDirectory] find it while it trains, with all its
    /// checkpoints.
    ///
    /// Runs that last for half a second are recorded anyway, under the name of the program and with what
    /// is small: see [Recording#unasked]. [#unrecorded] and the system property `gradus.runs=off` switch
    /// that off.
    public Trainer record(String name) {
        return record(Recording.named(name));
    }

    /// Returns this trainer with its run recorded in another way:
    /// `.record(Recording.named("deep").checkpointEvery(1_000))`.
    public Trainer record(Recording recording) {
        return with(next -> {
            next.recording = Optional.of(recording);
            next.unrecorded = false;
        });
    }

    /// Returns this trainer without a record of its run, whoever began it.
    public Trainer unrecorded() {
        return with(next -> {
            next.recording = Optional.empty();
            next.unrecorded = true;
        });
    }

    /// Returns this trainer going on from a moment of a run that has ended: what `fit` makes then are
    /// the bits the run would have come to, had it never ended. It is written to the same record.
    ///
    /// Network, settings and data must be those of the run; any checkpoint will do, after an epoch or
    /// in the middle of one.
    public Trainer resume(RecordedRun run, RunCheckpoint checkpoint) {
        return with(next -> next.continuation = Optional.of(Continuation.resume(run, checkpoint)));
    }

    /// Returns this trainer going on from the latest checkpoint of a run, likewise.
    ///
    /// @throws IllegalArgumentException if the run has none
    public Trainer resume(RecordedRun run) {
        return resume(
                run,
                run.lastCheckpoint()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the run %s was to go on but has no checkpoint: it ended before the first one, so train anew"
                                                .formatted(run.id()))));
    }

    /// Returns this trainer beginning from a moment of another run with other settings, to see what
    /// becomes of that: `trainer.optimizer(adam(1e-4)).branch(run, checkpoint)`. It is a run of its own.
    ///
    /// The network must have the same weights. What the optimizer remembers is taken over if its rule
    /// is of the same kind; with other data or batches the epoch at hand begins anew.
    public Trainer branch(RecordedRun run, RunCheckpoint checkpoint) {
        return with(next -> next.continuation = Optional.of(Continuation.branch(run, checkpoint)));
    }

    /// Returns this trainer, as it trained a run, beginning from a moment of that run with some settings
    /// changed: `trainer.branch(run, checkpoint, RunChanges.NONE.learningRate(1e-4))`. It is a run of
    /// its own, and what was changed stands in its record.
    ///
    /// @throws IllegalArgumentException if a dropout is to change and the network has none, or was
    ///     given built
    public Trainer branch(RecordedRun run, RunCheckpoint checkpoint, RunChanges changes) {
        return changed(run.description().plan().changes().and(changes)).branch(run, checkpoint);
    }

    private Trainer changed(RunChanges changes) {
        var next = with(it -> it.change(changes));
        if (changes.dropout().isEmpty()) {
            return next;
        }
        var network =
                spec.orElseThrow(() ->
                        new IllegalArgumentException(
                                "another dropout was asked for, but the network was given built: give the trainer what Sequential.of(...) returns"));
        var other = SpecChange.dropout(network, changes.dropout().getAsDouble());
        return new Trainer(other::build, text(other), Optional.of(other), next.settings);
    }

    private Trainer with(Consumer<Settings> change) {
        var next = settings.copy();
        change.accept(next);
        return new Trainer(network, networkText, spec, next);
    }

    private static void positive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "the trainer was given %d %s: give 1 or more".formatted(value, what));
        }
    }

    /// Trains on `train`, with a look at `validation` after each epoch.
    ///
    /// An interrupt of this thread (Ctrl-C in the command line) ends training after the step at
    /// hand. The run is complete then too, and the interrupt is answered: the thread is no longer
    /// marked.
    ///
    /// @throws IllegalArgumentException if the data do not fit each other or the network
    public Run fit(Dataset train, Dataset validation) {
        var begin = System.nanoTime();
        Fit.checkNotEmpty("training", train);
        Fit.checkNotEmpty("validation", validation);
        Fit.check("the training part", train.exampleShape(), train.classes(), validation);
        return Interruption.holdBack(() -> prepare(train, validation, begin)).run();
    }

    private TrainingLoop prepare(Dataset train, Dataset validation, long begin) {
        var told = told(train, validation).orElse(this);
        return new TrainingLoop(told.parts(train, validation), told.settings, begin);
    }

    /// Returns the trainer that goes on or branches as this process was told to, if it was.
    private Optional<Trainer> told(Dataset train, Dataset validation) {
        if (settings.unrecorded || settings.continuation.isPresent()) {
            return Optional.empty();
        }
        return ProcessOrder.ofProcess()
                .flatMap(order -> {
                    var before = changed(order.changesBefore());
                    var description = before.settings.description(before.parts(train, validation));
                    if (!order.takenFor(description, () -> DataNotes.of(train, validation))) {
                        return Optional.empty();
                    }
                    var from = order.from();
                    return Optional.of(
                            from.branch()
                                    ? branch(from.run(), from.checkpoint(), order.changes())
                                    : before.resume(from.run(), from.checkpoint()));
                });
    }

    FittedParts parts(Dataset train, Dataset validation) {
        var layer = network.apply(train.exampleShape(), Seed.seed(settings.seed));
        Answers.checkLoss(settings.loss, layer);
        Stream.concat(settings.metrics.stream(), settings.bestBy.stream())
                .forEach(metric -> Fit.checkMetric(metric, train.classes()));
        var preprocessing = preprocessing(layer, train);
        return new FittedParts(layer, networkText, preprocessing, train, validation);
    }

    Settings settings() {
        return settings;
    }

    /// What a training works with.
    record FittedParts(
            Layer layer,
            String networkText,
            Preprocessing preprocessing,
            Dataset train,
            Dataset validation) {}

    private Preprocessing preprocessing(Layer layer, Dataset train) {
        if (settings.preprocessing.isPresent()) {
            return settings.preprocessing.get().apply(train);
        }
        if (Tensors.inputType(layer) != DType.FLOAT32) {
            // numbers that are looked up mean themselves
            return Preprocessing.none();
        }
        return train.exampleShape().rank() > 1
                ? Standardize.fit(train)
                : Standardize.fitEachFeature(train);
    }
}
