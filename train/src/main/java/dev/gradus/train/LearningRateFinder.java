package dev.gradus.train;

import dev.gradus.data.Dataset;
import dev.gradus.io.Weights;
import dev.gradus.nn.Seed;
import java.util.ArrayList;
import java.util.List;

/// Finds a learning rate by trying many: it makes steps with a rate that grows from very small to
/// very large, and looks where the loss falls fastest (Smith 2015).
///
/// ```java
/// var trainer = Trainer.of(model).loss(crossEntropy()).optimizer(adam(1e-3));
/// IO.println(LearningRateFinder.of(trainer).find(parts.train()));
/// ```
///
/// Network, loss, optimizer, batch size, seed and preprocessing are the trainer's; of the rates of
/// several groups the first is tried and the others keep their proportion to it. The weights are
/// afterwards as they were.
///
/// @param trainer what is to be trained
/// @param least the rate to begin with
/// @param most the rate to end with
/// @param steps how many rates are tried
public record LearningRateFinder(Trainer trainer, double least, double most, int steps) {
    /// A loss that has grown by this factor will not come back.
    private static final double LOST = 4;

    /// Checks the numbers.
    public LearningRateFinder {
        if (!(least > 0 && least < most)) {
            throw new IllegalArgumentException(
                    "learning rates from %s to %s were to be tried: give a first one above 0 and a larger last one"
                            .formatted(least, most));
        }
        if (steps < 10) {
            throw new IllegalArgumentException(
                    "%d learning rates were to be tried: give 10 or more".formatted(steps));
        }
    }

    /// Returns the usual search: 100 rates from a millionth to 10.
    public static LearningRateFinder of(Trainer trainer) {
        return new LearningRateFinder(trainer, 1e-6, 10, 100);
    }

    /// Returns this search with other rates to begin and to end with.
    public LearningRateFinder between(double first, double last) {
        return new LearningRateFinder(trainer, first, last, steps);
    }

    /// Returns this search with another number of rates.
    public LearningRateFinder steps(int count) {
        return new LearningRateFinder(trainer, least, most, count);
    }

    /// Tries the rates on batches of `train`; ends early when the loss has become hopelessly large.
    ///
    /// @throws dev.gradus.tensor.ComputationInterruptedException if the thread is interrupted; the
    ///     weights are as they were then too
    public LearningRateCurve find(Dataset train) {
        Fit.checkNotEmpty("training", train);
        var parts = trainer.parts(train, train);
        var before = Weights.of(parts.layer());
        try {
            return tried(parts);
        } finally {
            before.into(parts.layer());
        }
    }

    private LearningRateCurve tried(Trainer.FittedParts parts) {
        var settings = trainer.settings();
        var optimizer = settings.optimizer(parts.layer()).schedule(_ -> 1);
        var type = Tensors.inputType(parts.layer());
        var answers =
                Answers.of(
                        parts.layer(),
                        parts.train().exampleShape(),
                        type,
                        parts.train().classes().size());
        var rates = new ArrayList<Double>();
        var losses = new ArrayList<Double>();
        var smallest = Double.POSITIVE_INFINITY;
        for (var round = 1; true; round++) {
            var order = Seed.seed(settings.seed).child("order").child(round).value();
            var examples = parts.train().through(parts.preprocessing()).shuffled(order);
            for (var batch : examples.batches(settings.batch)) {
                var rate = rate(rates.size());
                var output = parts.layer().apply(Tensors.as(type, batch.x()));
                var loss = settings.loss.apply(output, answers.target(batch.y()));
                optimizer.learningRate(rate).step(loss);
                if (!Double.isFinite(loss.item())) {
                    return new LearningRateCurve(rates, losses);
                }
                rates.add(rate);
                losses.add(loss.item());
                smallest = Math.min(smallest, loss.item());
                if (rates.size() == steps || isLost(losses, smallest)) {
                    return new LearningRateCurve(rates, losses);
                }
            }
        }
    }

    private double rate(int step) {
        return least * Math.pow(most / least, (double) step / (steps - 1));
    }

    /// A single batch may be a bad one; several in a row are no chance.
    private static boolean isLost(List<Double> losses, double smallest) {
        var last = losses.subList(Math.max(0, losses.size() - 3), losses.size());
        return losses.size() > 10 && last.stream().allMatch(loss -> loss > LOST * smallest);
    }
}
