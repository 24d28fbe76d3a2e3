package dev.gradus.studio.models;

import dev.gradus.data.Dataset;
import dev.gradus.data.Parts;
import dev.gradus.io.ModelFileException;
import dev.gradus.train.Model;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A model that was chosen, beside the data it is judged by.
///
/// @param entry as what it was chosen
/// @param model the model, or as it stood at a checkpoint of its run
/// @param step after which step it stood so, or nothing: the model itself
/// @param past how it was learnt, where that was recorded
/// @param subject what it is about
/// @param parts the data
/// @param learnedFromThem whether it says that it learned from the training part of just these data: then
///     the others are known to be unseen
public record Opened(
        Entry entry,
        Model model,
        Optional<Long> step,
        Optional<Past> past,
        Subject subject,
        Parts parts,
        boolean learnedFromThem) {
    static Opened of(Entry entry, Model model, Optional<Past> past) {
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
                entry,
                model,
                Optional.empty(),
                past,
                subject,
                own.orElseGet(() -> subject.parts(0)),
                own.isPresent());
    }

    /// Returns it as it stood at a checkpoint of its run.
    ///
    /// @throws IllegalArgumentException if it comes from no recorded run, or that has no such checkpoint, or a
    ///     damaged one
    Opened at(long moment) {
        var run =
                past.orElseThrow(() ->
                        new IllegalArgumentException(
                                "how it was learnt was not recorded: there is nothing to look back at"));
        try {
            // what it learned from, and how it was judged since, is the same at every moment
            var then = run.at(moment).provenance(model.provenance());
            return new Opened(
                    entry, then, Optional.of(moment), past, subject, parts, learnedFromThem);
        } catch (ModelFileException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "that checkpoint cannot be opened: " + e.getMessage(), e);
        }
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

    /// Returns what every page is told of it.
    public Map<String, Object> words() {
        var words = new LinkedHashMap<String, Object>();
        words.put("id", entry.id());
        words.put("name", entry.name());
        words.put("kind", entry.kind());
        words.put("subject", subject.word());
        words.put("pictures", subject.isPictures());
        words.put("learnedFrom", model.provenance().data());
        past.ifPresent(it -> words.put("run", it.words()));
        step.ifPresent(it -> words.put("step", it));
        return words;
    }
}
