package dev.gradus.studio.results;

import dev.gradus.data.Dataset;
import dev.gradus.studio.models.Opened;
import dev.gradus.train.Evaluation;
import java.util.function.IntConsumer;

/// A model beside what it answered to a part of its data.
///
/// @param opened the model
/// @param part which part it was asked about
/// @param data the examples of that part
/// @param evaluation what it answered, and how good that is
record Judged(Opened opened, Opened.Part part, Dataset data, Evaluation evaluation) {
    /// @param done is told now and then how many examples were answered
    static Judged of(Opened opened, Opened.Part part, IntConsumer done) {
        var data = opened.part(part);
        var evaluation = opened.model().evaluate(data, done);
        if (part == Opened.Part.TEST) {
            Ledger.looked(opened);
        }
        return new Judged(opened, part, data, evaluation);
    }

    int classes() {
        return data.classes().size();
    }

    /// Returns how many numbers are kept with it.
    long size() {
        return opened.model().parameters() + (long) data.size() * classes();
    }
}
