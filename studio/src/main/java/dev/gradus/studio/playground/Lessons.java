package dev.gradus.studio.playground;

import dev.gradus.data.Batch;
import dev.gradus.data.Dataset;
import dev.gradus.nn.Sequential;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// The points of a run as the engine takes them, and what a network is asked of them.
///
/// Where numbers are to be answered, the last number of each row is the one to be answered.
final class Lessons {
    private final Setup setup;
    private final Samples samples;
    private final Dataset seen;
    private final Tensor features;

    Lessons(Setup setup, Samples samples) {
        this.setup = setup;
        this.samples = samples;
        this.features =
                Feature.of(setup.features(), Experiment.coordinates(samples.points())).realize();
        var rows =
                setup.data().isRegression() ? Tensor.concatenate(1, features, targets()) : features;
        var all =
                Dataset.of(
                        "points",
                        rows.toFloats(),
                        Shape.of(rows.size(1)),
                        samples.points().stream().mapToInt(PointSet.Point::label).toArray(),
                        List.of("minus", "plus"));
        this.seen = all.subset(IntStream.range(setup.unseenPoints(), setup.points()).toArray());
    }

    private Tensor targets() {
        var numbers = new float[samples.points().size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = (float) samples.points().get(i).target();
        }
        return Tensor.of(numbers, numbers.length, 1);
    }

    Samples samples() {
        return samples;
    }

    Dataset seen() {
        return seen;
    }

    /// Returns all seen points at once.
    Batch everySeen() {
        return seen.batches(seen.size()).get(0);
    }

    /// Returns how wrong a network is, and the price of its weights.
    Tensor price(Sequential network, Batch batch) {
        return setup.penalty().onto(loss(network, batch), network, setup.strength());
    }

    private Tensor loss(Sequential network, Batch batch) {
        if (!setup.data().isRegression()) {
            return setup.loss().of(network.apply(batch.x()).squeeze(1), batch.y());
        }
        var inputs = setup.features().size();
        return Measure.ofNumbers(
                network.apply(batch.x().slice(1, 0, inputs, 1)).squeeze(1),
                batch.x().slice(1, inputs, inputs + 1, 1).squeeze(1));
    }

    /// Returns what a network answers to all points.
    Answers answers(Sequential network) {
        return Answers.of(setup, samples.points(), network.apply(features).squeeze(1).toFloats());
    }
}
