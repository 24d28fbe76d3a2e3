package dev.gradus.studio.playground;

import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// How a run went: scores and weights of epochs from the first to the last, spread evenly.
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
    record Entry(long epoch, Score train, Score test, List<float[]> weights) {
        static Entry of(long epoch, Answers answers, List<Parameter> parameters) {
            return new Entry(
                    epoch,
                    answers.train(),
                    answers.test(),
                    parameters.stream().map(Tensor::toFloats).toList());
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

    /// Returns the entry nearest to an epoch.
    Entry nearest(long epoch) {
        return entries.stream()
                .min((a, b) -> Long.compare(Math.abs(a.epoch - epoch), Math.abs(b.epoch - epoch)))
                .orElseThrow();
    }
}
