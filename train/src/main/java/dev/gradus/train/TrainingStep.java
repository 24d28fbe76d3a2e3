package dev.gradus.train;

import dev.gradus.data.Batch;
import dev.gradus.nn.optimizer.Optimizer;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is done with each batch: answer, loss, gradient, change of the weights; and what is noted of it.
final class TrainingStep {
    private final Trainer.FittedParts parts;
    private final Settings settings;
    private final Answers answers;
    private final DType inputType;
    private final Optimizer optimizer;
    private final TrainingRecord record;
    private final LayerWatch watch;
    private final LostNumber lost;
    private final Pace pace;
    private long samples;
    private long firstDone;

    TrainingStep(
            Trainer.FittedParts parts,
            Settings settings,
            Answers answers,
            Optimizer optimizer,
            TrainingRecord record,
            Pace pace) {
        this.parts = parts;
        this.settings = settings;
        this.answers = answers;
        this.inputType = Tensors.inputType(parts.layer());
        this.optimizer = optimizer;
        this.record = record;
        this.watch = new LayerWatch(parts.layer());
        this.lost = new LostNumber(parts.layer(), optimizer, record.isOn());
        this.pace = pace;
    }

    /// Learns from `batch` in step number `number`.
    void make(long number, int epoch, Batch batch, EpochMeter meter) {
        var begin = System.nanoTime();
        record.copied(lost.before(number, batch, begin));
        var looks = record.wantsStatistics(number);
        var rate = optimizer.learningRate();
        var x = Tensors.as(inputType, batch.x());
        var output = looks ? watch.apply(x) : parts.layer().apply(x);
        var loss = settings.loss.apply(output, answers.target(batch.y()));
        var correct = answers.correct(output, batch.y());
        var total = total(loss);
        var outputs = new ArrayList<Tensor>(List.of(loss, correct));
        var look = looks ? Optional.of(watch.begin(total)) : Optional.<LayerWatch.Look>empty();
        look.ifPresent(it -> outputs.addAll(it.outputs()));
        if (settings.regularizer.isEmpty()) {
            // it is the total
            outputs.removeFirst();
        }
        optimizer.step(total, outputs.toArray(new Tensor[0]));
        meter.add(loss.item(), correct.item(), batch.size());
        var now = System.nanoTime();
        if (look.isPresent()) {
            var layers = watch.end(look.get());
            record.statistics(number, layers, System.nanoTime() - begin);
        } else {
            record.usual(now - begin);
        }
        firstDone = firstDone == 0 ? now : firstDone;
        samples += batch.size();
        pace.add(batch.size(), now);
        if (record.isOn()) {
            var share = correct.item() / batch.size();
            record.step(
                    number,
                    epoch,
                    Map.of("loss", loss.item(), "accuracy", share, "learning rate", rate),
                    pace.samplesPerSecond());
        }
    }

    private Tensor total(Tensor loss) {
        return settings.regularizer.map(it -> loss.add(it.penalty(parts.layer()))).orElse(loss);
    }

    /// Looks for where a number was lost, by making the last steps once more.
    Optional<LostNumber.Finding> findLostNumber() {
        return lost.search(this::again);
    }

    private void again(Batch batch) {
        var output = parts.layer().apply(Tensors.as(inputType, batch.x()));
        optimizer.step(total(settings.loss.apply(output, answers.target(batch.y()))));
    }

    /// Returns how many examples were learned from, counting each as often as it was.
    long samples() {
        return samples;
    }

    /// Returns when the first step was done, or 0.
    long firstDone() {
        return firstDone;
    }
}
