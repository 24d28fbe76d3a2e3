package dev.gradus.studio.models;

import dev.gradus.data.Dataset;
import dev.gradus.data.Parts;
import dev.gradus.train.Model;

/// A model that was chosen, beside the data it is judged by.
///
/// @param entry as what it was chosen
/// @param model the model
/// @param subject what it is about
/// @param parts the data
/// @param learnedFromThem whether it says that it learned from the training part of just these data: then
///     the others are known to be unseen
public record Opened(
        Entry entry, Model model, Subject subject, Parts parts, boolean learnedFromThem) {
    static Opened of(Entry entry, Model model) {
        var subject =
                Subject.of(model.inputShape(), model.classes())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "it takes examples of shape %s in %d classes, and no data like that come with Gradus: it cannot be judged here"
                                                .formatted(
                                                        model.inputShape(),
                                                        model.classes().size())));
        var own = subject.partsOf(model);
        return new Opened(
                entry, model, subject, own.orElseGet(() -> subject.parts(0)), own.isPresent());
    }

    /// A part of the data to judge by.
    public enum Part {
        /// The one that choices are made by.
        VALIDATION,
        /// The one that is looked at in the end.
        TEST
    }

    /// Returns a part of the data.
    public Dataset part(Part part) {
        return switch (part) {
            case VALIDATION -> parts.validation();
            case TEST -> parts.test();
        };
    }
}
