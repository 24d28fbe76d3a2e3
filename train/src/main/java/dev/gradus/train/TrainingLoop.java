package dev.gradus.train;

import dev.gradus.data.Batch;
import dev.gradus.io.Provenance;
import dev.gradus.nn.Seed;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.nn.schedule.ReduceOnPlateau;
import dev.gradus.tensor.DType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// One training from the first step to the last.
final class TrainingLoop {
    /// How many batches are prepared on another thread while one is learned from.
    private static final int AHEAD = 4;

    private static final double NANOS = 1e9;

    private final Trainer.FittedParts parts;
    private final Settings settings;
    private final long begin;
    private final Answers answers;
    private final DType inputType;
    private final Optimizer optimizer;
    private final Best best;
    private final List<EpochResult> history = new ArrayList<>();
    private final int batches;
    private final int epochs;
    private final long batchesInAll;
    private final Optional<ReduceOnPlateau.Watch> plateau;
    private final Pace pace;
    private long batchesDone;
    private long firstStepDone;
    private long samples;
    private long nanosStepping;
    private Optional<Stopped> stopped = Optional.empty();

    TrainingLoop(Trainer.FittedParts parts, Settings settings, long begin) {
        this.parts = parts;
        this.settings = settings;
        this.begin = begin;
        this.inputType = Tensors.inputType(parts.layer());
        this.answers =
                Answers.of(
                        parts.layer(),
                        parts.train().exampleShape(),
                        inputType,
                        parts.train().classes().size());
        this.optimizer = settings.optimizer(parts.layer());
        this.best = new Best(parts.layer(), settings.stop.map(EarlyStopping::smallest).orElse(0.0));
        this.batches = Math.ceilDiv(parts.train().size(), settings.batch);
        this.batchesInAll =
                settings.steps.isPresent()
                        ? settings.steps.getAsLong() * optimizer.batchesPerStep()
                        : (long) settings.epochs * batches;
        this.epochs = Math.toIntExact(Math.ceilDiv(batchesInAll, batches));
        this.plateau = settings.plateau.map(ReduceOnPlateau::watch);
        var steps = Math.max(1, batchesInAll / optimizer.batchesPerStep());
        settings.schedule.ifPresent(schedule -> optimizer.schedule(schedule.over(steps)));
        plateau.ifPresent(
                watch -> optimizer.schedule(optimizer.schedule().times(_ -> watch.factor())));
        this.pace = new Pace(begin);
    }

    Run run() {
        settings.progress.started(parts.layer(), epochs, batches);
        for (var epoch = 1; epoch <= epochs && stopped.isEmpty(); epoch++) {
            settings.progress.epochStarted(epoch);
            epoch(epoch);
        }
        // one that came in the last moment: what follows, such as saving, must not stumble over it
        noteInterrupt(history.size());
        best.restore();
        var reason = stopped.orElseGet(this::allDone);
        settings.progress.stopped(reason);
        return result(reason);
    }

    private Stopped allDone() {
        return settings.steps.isPresent()
                ? StopText.allSteps(optimizer.steps(), best.epoch())
                : StopText.allEpochs(history.size(), best.epoch());
    }

    private void epoch(int epoch) {
        var epochBegin = System.nanoTime();
        var meter = new EpochMeter();
        try {
            steps(epoch, meter);
        } catch (RuntimeException e) {
            if (!Interruption.is(e)) {
                throw e;
            }
        }
        noteInterrupt(epoch);
        nanosStepping += System.nanoTime() - epochBegin;
        if (meter.count() > 0 && !isNotFinite()) {
            validate(epoch, meter, epochBegin);
        }
    }

    /// Takes the mark of an interrupt from the thread and answers it by stopping.
    private void noteInterrupt(int epoch) {
        if (Thread.interrupted() && stopped.isEmpty()) {
            stopped = Optional.of(StopText.interrupted(epoch, optimizer.steps()));
        }
    }

    private boolean isNotFinite() {
        return stopped.filter(end -> end.reason() == Stopped.Reason.NOT_FINITE).isPresent();
    }

    private void steps(int epoch, EpochMeter meter) {
        var order = Seed.seed(settings.seed).child("order").child(epoch).value();
        var examples = parts.train().through(parts.preprocessing()).shuffled(order);
        try (var loader = examples.batches(settings.batch).ahead(AHEAD)) {
            for (var batch : loader) {
                step(batch, meter);
                if (!Double.isFinite(meter.lastLoss())) {
                    stopped =
                            Optional.of(
                                    StopText.notFinite(
                                            meter.lastLoss(), epoch, optimizer, best.epoch()));
                    return;
                }
                settings.progress.batchDone(progress(epoch, meter));
                if (batchesDone == batchesInAll || Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }

    private void step(Batch batch, EpochMeter meter) {
        var output = parts.layer().apply(Tensors.as(inputType, batch.x()));
        var loss = settings.loss.apply(output, answers.target(batch.y()));
        var correct = answers.correct(output, batch.y());
        if (settings.regularizer.isPresent()) {
            var price = settings.regularizer.get().penalty(parts.layer());
            optimizer.step(loss.add(price), loss, correct);
        } else {
            optimizer.step(loss, correct);
        }
        batchesDone++;
        meter.add(loss.item(), correct.item(), batch.size());
        var now = System.nanoTime();
        firstStepDone = firstStepDone == 0 ? now : firstStepDone;
        samples += batch.size();
        pace.add(batch.size(), now);
    }

    private BatchProgress progress(int epoch, EpochMeter meter) {
        var examples = (double) parts.train().size() / batches;
        var left = (batchesInAll - batchesDone) * examples;
        return new BatchProgress(
                epoch,
                epochs,
                meter.batches(),
                batches,
                meter.loss(),
                meter.accuracy(),
                pace.samplesPerSecond(),
                left / pace.samplesPerSecond(),
                optimizer.learningRate());
    }

    private void validate(int epoch, EpochMeter meter, long epochBegin) {
        var stepsDone = System.nanoTime();
        var result =
                settings.averaging.isPresent()
                        ? optimizer.averages().during(() -> judge(epoch, meter, epochBegin))
                        : judge(epoch, meter, epochBegin);
        history.add(result);
        plateau.ifPresent(watch -> watch.measured(result.validationLoss()));
        settings.progress.epochDone(result);
        pace.pauseSince(stepsDone, System.nanoTime());
        if (stopped.isEmpty()) {
            stopped = endAfter(epoch, result.validationLoss());
        }
    }

    private EpochResult judge(int epoch, EpochMeter meter, long epochBegin) {
        var stepsDone = System.nanoTime();
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
        var score =
                settings.bestBy
                        .map(metric -> largerIsBetter(metric, scoring.predictions()))
                        .orElse(-scoring.loss());
        return new EpochResult(
                epoch,
                meter.batches(),
                meter.loss(),
                meter.accuracy(),
                scoring.loss(),
                metrics,
                (stepsDone - epochBegin) / NANOS,
                (System.nanoTime() - epochBegin) / NANOS,
                best.offer(epoch, score));
    }

    private static double largerIsBetter(Metric metric, Predictions predictions) {
        var figure = metric.of(predictions);
        return metric.smallerIsBetter() ? -figure : figure;
    }

    private Optional<Stopped> endAfter(int epoch, double validationLoss) {
        if (!Double.isFinite(validationLoss)) {
            return Optional.of(StopText.notFinite(validationLoss, epoch, optimizer, best.epoch()));
        }
        return settings.stop
                .filter(rule -> best.epochsSinceImprovement() >= rule.patience())
                .filter(_ -> epoch < epochs)
                .map(rule -> StopText.early(rule, epoch, best.epoch()));
    }

    private Run result(Stopped reason) {
        var description = settings.description(parts.networkText(), optimizer, epochs);
        description.put("preprocessing", parts.preprocessing().toString());
        var provenance =
                Provenance.now(
                        parts.train().name(),
                        parts.train().hash(),
                        settings.seed,
                        settings.command,
                        description);
        var model =
                Model.of(
                        parts.layer(),
                        parts.train().exampleShape(),
                        parts.train().classes(),
                        parts.preprocessing(),
                        provenance);
        var end = System.nanoTime();
        return new Run(
                model,
                parts.train(),
                parts.validation(),
                settings.seed,
                description,
                history,
                best.epoch(),
                reason,
                new Run.Timing(
                        optimizer.steps(),
                        samples,
                        nanosStepping / NANOS,
                        (end - begin) / NANOS,
                        firstStepDone == 0 ? 0 : (firstStepDone - begin) / NANOS));
    }
}
