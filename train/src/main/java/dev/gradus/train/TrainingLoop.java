package dev.gradus.train;

import dev.gradus.data.Batch;
import dev.gradus.io.ModelFile;
import dev.gradus.io.Provenance;
import dev.gradus.nn.Seed;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.nn.schedule.ReduceOnPlateau;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One training from the first step to the last.
final class TrainingLoop {
    /// How many batches are prepared on another thread while one is learned from.
    private static final int AHEAD = 4;

    private static final double NANOS = 1e9;

    private final Trainer.FittedParts parts;
    private final Settings settings;
    private final long begin;
    private final Optimizer optimizer;
    private final Best best;
    private final List<EpochResult> history = new ArrayList<>();
    private final Map<String, Object> description;
    private final Optional<Continuation> from;
    private final TrainingRecord record;
    private final TrainingStep step;
    private final Validation validation;
    private final int batches;
    private final int epochs;
    private final long batchesInAll;
    private final Optional<ReduceOnPlateau.Watch> plateau;
    private final Pace pace;
    private final LoopState at;
    private long batchesDone;
    private long nanosStepping;
    private long nanosPaused;
    private Optional<Stopped> stopped = Optional.empty();
    private Optional<LostNumber.Finding> finding = Optional.empty();

    TrainingLoop(Trainer.FittedParts parts, Settings settings, long begin) {
        this.parts = parts;
        this.settings = settings;
        this.begin = begin;
        var answers =
                Answers.of(
                        parts.layer(),
                        parts.train().exampleShape(),
                        Tensors.inputType(parts.layer()),
                        parts.train().classes().size());
        this.optimizer = settings.optimizer(parts.layer());
        this.best = new Best(parts.layer(), settings.stop.map(EarlyStopping::smallest).orElse(0.0));
        this.batches = Math.ceilDiv(parts.train().size(), settings.batch);
        this.batchesInAll = settings.batchesInAll(batches, optimizer);
        this.epochs = Math.toIntExact(Math.ceilDiv(batchesInAll, batches));
        this.plateau = settings.plateau.map(ReduceOnPlateau::watch);
        var steps = Math.max(1, batchesInAll / optimizer.batchesPerStep());
        settings.schedule.ifPresent(schedule -> optimizer.schedule(schedule.over(steps)));
        plateau.ifPresent(
                watch -> optimizer.schedule(optimizer.schedule().times(_ -> watch.factor())));
        this.pace = new Pace(begin);
        this.description = settings.description(parts);
        this.from = settings.continuation;
        from.filter(it -> !it.branch()).ifPresent(it -> it.check(description, data()));
        this.at = from.map(this::restored).orElseGet(LoopState::beginning);
        this.record = TrainingRecord.start(settings, description, from, batchesInAll);
        this.step = new TrainingStep(parts, settings, answers, optimizer, record, pace);
        this.validation = new Validation(parts, settings, answers, best);
    }

    private Map<String, Object> data() {
        return DataNotes.of(parts.train(), parts.validation());
    }

    /// Gives network and optimizer the numbers they had at a checkpoint.
    private LoopState restored(Continuation continuation) {
        var content = continuation.checkpoint().read();
        var strict = !continuation.branch();
        var state = LoopState.restore(content, parts.layer(), optimizer, best, plateau, strict);
        history.addAll(state.history());
        var next =
                strict || continuation.hasSameBatches(settings.batch, settings.seed, data())
                        ? state
                        : state.atBeginningOfEpoch();
        batchesDone = strict ? next.batchesDone() : (next.epoch() - 1L) * batches + next.batch();
        return next;
    }

    Run run() {
        try {
            record.data(this::data);
            var run = train();
            record.ended(run.stopped(), () -> DataNotes.result(run, finding));
            return run;
        } catch (RuntimeException | Error e) {
            record.failed(e);
            throw e;
        } finally {
            record.close();
        }
    }

    private Run train() {
        settings.progress.started(parts.layer(), epochs, batches);
        if (!history.isEmpty() && at.batch() == 0) {
            // it may have been the last one by the rule for stopping
            stopped = endAfter(history.size(), history.getLast().validationLoss());
        }
        for (var epoch = at.epoch(); goesOn(epoch); epoch++) {
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

    private boolean goesOn(int epoch) {
        return epoch <= epochs && batchesDone < batchesInAll && stopped.isEmpty();
    }

    private Stopped allDone() {
        return settings.steps.isPresent()
                ? StopText.allSteps(optimizer.steps(), best.epoch())
                : StopText.allEpochs(history.size(), best.epoch());
    }

    private void epoch(int epoch) {
        var epochBegin = System.nanoTime();
        var pausedBefore = nanosPaused;
        var meter = epoch == at.epoch() ? at.meter() : new EpochMeter();
        try {
            steps(epoch, meter);
        } catch (RuntimeException e) {
            if (!Interruption.is(e)) {
                throw e;
            }
        }
        if (Thread.currentThread().isInterrupted() && isWithin(meter)) {
            // before the look at the validation examples, which a run that goes on has not there
            Interruption.holdBack(() -> keep(new Moment(epoch, meter)));
        }
        noteInterrupt(epoch);
        nanosStepping += System.nanoTime() - epochBegin - (nanosPaused - pausedBefore);
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
            var batchesBefore = meter.batches();
            var given = loader.iterator();
            while (hasNext(given)) {
                var batch = given.next();
                if (batchesBefore-- > 0) {
                    // learned from before the checkpoint
                    continue;
                }
                step.make(batchesDone + 1, epoch, batch, meter);
                batchesDone++;
                if (!Double.isFinite(meter.lastLoss())) {
                    stopped = Optional.of(notFinite(meter.lastLoss(), epoch));
                    return;
                }
                settings.progress.batchDone(progress(epoch, meter));
                obey(new Moment(epoch, meter));
                if (isWithin(meter) && record.wantsCheckpoint(batchesDone, false)) {
                    keep(new Moment(epoch, meter));
                }
                if (batchesDone == batchesInAll || Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }

    /// Returns whether there is another batch, which may have to be waited for.
    private boolean hasNext(Iterator<Batch> given) {
        var asked = System.nanoTime();
        var there = given.hasNext();
        record.waitedForData(System.nanoTime() - asked);
        return there;
    }

    private Stopped notFinite(double loss, int epoch) {
        // told before the search, which goes back a few steps
        var told = StopText.notFinite(loss, epoch, optimizer, best.epoch());
        finding = Interruption.holdBack(step::findLostNumber);
        return finding.map(it -> StopText.with(told, it)).orElse(told);
    }

    /// Does what somebody has asked the run for: to stop is as good as an interrupt.
    private void obey(Moment moment) {
        var begin = System.nanoTime();
        var goesOn = record.goesOn(() -> keepForBranches(moment));
        var now = System.nanoTime();
        nanosPaused += now - begin;
        pace.pauseSince(begin, now);
        if (!goesOn) {
            Thread.currentThread().interrupt();
        }
    }

    /// Somebody may wish to branch from where the run waits, be it after the last batch of an epoch.
    private void keepForBranches(Moment moment) {
        if (batchesDone < batchesInAll && record.lacks(batchesDone)) {
            keep(moment);
        }
    }

    /// A place within an epoch.
    private record Moment(int epoch, EpochMeter meter) {}

    /// Returns whether more batches of this epoch are to come.
    private boolean isWithin(EpochMeter meter) {
        return meter.batches() < batches && batchesDone < batchesInAll && record.lacks(batchesDone);
    }

    private boolean keep(Moment moment) {
        var state =
                new LoopState(
                        moment.epoch, moment.meter.batches(), batchesDone, moment.meter, history);
        save(state);
        return true;
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
                        ? optimizer.averages().during(() -> validation.of(epoch, meter, epochBegin))
                        : validation.of(epoch, meter, epochBegin);
        history.add(result);
        plateau.ifPresent(watch -> watch.measured(result.validationLoss()));
        settings.progress.epochDone(result);
        record.epoch(batchesDone, result);
        pace.pauseSince(stepsDone, System.nanoTime());
        if (stopped.isEmpty()) {
            stopped = endAfter(epoch, result.validationLoss());
            keepAfter(epoch);
        }
    }

    private void keepAfter(int epoch) {
        var last = stopped.isPresent() || batchesDone == batchesInAll;
        if (!isNotFinite()
                && (last && record.lacks(batchesDone)
                        || record.wantsCheckpoint(batchesDone, true))) {
            var state = new LoopState(epoch + 1, 0, batchesDone, new EpochMeter(), history);
            save(state);
        }
    }

    private void save(LoopState state) {
        var begin = System.nanoTime();
        record.checkpoint(batchesDone, state.save(modelFile(), optimizer, best, plateau));
        record.copied(System.nanoTime() - begin);
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

    private Provenance provenance() {
        return Provenance.now(
                parts.train().name(),
                parts.train().hash(),
                settings.seed,
                settings.command,
                description);
    }

    private ModelFile modelFile() {
        return new ModelFile(
                parts.layer(),
                parts.train().exampleShape(),
                parts.train().classes(),
                parts.preprocessing().description(),
                provenance());
    }

    private Run result(Stopped reason) {
        var model =
                Model.of(
                        parts.layer(),
                        parts.train().exampleShape(),
                        parts.train().classes(),
                        parts.preprocessing(),
                        provenance());
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
                        step.samples(),
                        nanosStepping / NANOS,
                        (end - begin) / NANOS,
                        step.firstDone() == 0 ? 0 : (step.firstDone() - begin) / NANOS));
    }
}
