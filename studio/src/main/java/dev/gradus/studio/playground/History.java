package dev.gradus.studio.playground;

import dev.gradus.nn.optimizer.OptimizerState;
import java.util.ArrayList;
import java.util.List;

/// How a run went: answers and weights of epochs from the first to the last, spread evenly.
///
/// Where there are too many, every second one is forgotten, and from then on only every second epoch
/// is noted down.
final class History {
    private static final int MOST = 400;

    private final List<Entry> entries = new ArrayList<>();
    private long stride = 1;

    /// One epoch.
    ///
    /// @param weights all weights, in the order of the optimizer's parameters
    /// @param memory what the optimizer remembered
    record Entry(long epoch, Answers answers, List<float[]> weights, OptimizerState memory) {
        static Entry of(Experiment experiment) {
            return new Entry(
                    experiment.epoch(),
                    experiment.lessons().answers(experiment.network()),
                    experiment.weights(),
                    experiment.memory());
        }

        Score train() {
            return answers.train();
        }

        Score test() {
            return answers.test();
        }
    }

    /// Returns whether this epoch is to be noted down.
    boolean wants(long epoch) {
        return epoch % stride == 0;
    }

    void add(Entry entry) {
        entries.add(entry);
        if (entries.size() > MOST) {
            stride *= 2;
            entries.removeIf(old -> old.epoch % stride != 0);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /// Returns a history of what came no later than an epoch.
    History until(long epoch) {
        var until = new History();
        until.stride = stride;
        entries.stream().filter(entry -> entry.epoch <= epoch).forEach(until.entries::add);
        return until;
    }

    /// Returns the entry nearest to an epoch.
    Entry nearest(long epoch) {
        return entries.stream()
                .min((a, b) -> Long.compare(Math.abs(a.epoch - epoch), Math.abs(b.epoch - epoch)))
                .orElseThrow();
    }
}
