package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Counts from which the tally of each class follows. First, how much was counted for labels that are all
/// judged by every example; then for each class what was rightly called so, what was called so, what is
/// so, and what was left out.
final class Tallies {
    private static final int HIT = 1;
    private static final int CALLED = 2;
    private static final int SUPPORT = 3;
    private static final int IGNORED = 4;
    private static final int KINDS = 4;

    private Tallies() {}

    static Counts none() {
        return new Counts(size -> size % KINDS == 1);
    }

    /// Counts examples that have one class each.
    static void add(Counts counts, Labelled batch, OptionalDouble threshold) {
        reach(counts, batch.classes());
        for (var i = 0; i < batch.size(); i++) {
            var predicted =
                    threshold.isPresent() && batch.classes() == 2
                            ? batch.score(i, 1) >= threshold.getAsDouble() ? 1 : 0
                            : batch.predicted(i);
            var weight = batch.weight(i);
            counts.add(0, weight);
            counts.add(cell(predicted, CALLED), weight);
            counts.add(cell(batch.label(i), SUPPORT), weight);
            if (predicted == batch.label(i)) {
                counts.add(cell(predicted, HIT), weight);
            }
        }
    }

    /// Counts examples that have any number of labels each.
    static void addLabels(
            String metric,
            Counts counts,
            Tensor outputs,
            Tensor targets,
            Optional<Tensor> given,
            OptionalInt ignored,
            OptionalDouble threshold) {
        var labels = Axes.several(metric, outputs, targets);
        var batch = Multilabel.of(metric, outputs, targets, given, ignored);
        reach(counts, labels);
        for (var i = 0; i < batch.size(); i++) {
            var weight = batch.weight(i);
            counts.add(0, weight);
            for (var label = 0; label < labels; label++) {
                if (batch.isIgnored(i, label)) {
                    counts.add(cell(label, IGNORED), weight);
                    continue;
                }
                var called = batch.isCalled(i, label, threshold);
                var is = batch.is(i, label);
                counts.add(cell(label, CALLED), called ? weight : 0);
                counts.add(cell(label, SUPPORT), is ? weight : 0);
                counts.add(cell(label, HIT), called && is ? weight : 0);
            }
        }
    }

    private static void reach(Counts counts, int classes) {
        counts.reach(1 + classes * KINDS);
    }

    private static int cell(int label, int kind) {
        return label * KINDS + kind;
    }

    static double total(Counts counts) {
        return counts.size() == 0 ? 0 : counts.get(0);
    }

    /// Returns the tally of each class.
    static Tally[] of(Counts counts) {
        var tallies = new Tally[Math.max(0, (counts.size() - 1) / KINDS)];
        for (var label = 0; label < tallies.length; label++) {
            var hit = counts.get(cell(label, HIT));
            var called = counts.get(cell(label, CALLED));
            var support = counts.get(cell(label, SUPPORT));
            var judged = counts.get(0) - counts.get(cell(label, IGNORED));
            tallies[label] =
                    new Tally(hit, called - hit, support - hit, judged - called - support + hit);
        }
        return tallies;
    }
}
