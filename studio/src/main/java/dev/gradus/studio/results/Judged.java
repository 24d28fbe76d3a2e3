package dev.gradus.studio.results;

import dev.gradus.data.Dataset;
import dev.gradus.studio.models.Opened;
import dev.gradus.train.Evaluation;

/// A model beside what it answered to a part of its data.
///
/// @param opened the model
/// @param part which part it was asked about
/// @param data the examples of that part
/// @param evaluation what it answered, and how good that is
record Judged(Opened opened, Opened.Part part, Dataset data, Evaluation evaluation) {
    static Judged of(Opened opened, Opened.Part part) {
        var data = opened.part(part);
        if (part == Opened.Part.TEST) {
            Ledger.looked(opened.model());
        }
        return new Judged(opened, part, data, opened.model().evaluate(data));
    }

    int classes() {
        return data.classes().size();
    }
}
