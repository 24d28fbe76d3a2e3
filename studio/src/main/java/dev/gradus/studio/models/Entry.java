package dev.gradus.studio.models;

import dev.gradus.io.PlainText;
import dev.gradus.train.Model;
import dev.gradus.train.record.RecordedRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A model that can be chosen from the list.
///
/// @param id what a page asks for it by: it counts only as long as it stands in the list
/// @param name what people call it, safe to be shown
/// @param when when it was made, if that is known
/// @param subject what it is about, where that is known without reading it
/// @param source where it comes from
public record Entry(
        String id, String name, Optional<Instant> when, Optional<Subject> subject, Source source) {
    private static final int LONGEST_NAME = 120;

    /// Where a model comes from.
    public sealed interface Source {
        /// Trained in this studio, since it was opened.
        ///
        /// @param run the record of that, if there is one
        record Trained(Model model, Optional<RecordedRun> run) implements Source {}

        /// A recorded run.
        record Recorded(RecordedRun run) implements Source {}

        /// A file in the folder that the studio was opened in.
        ///
        /// @param name its path in that folder, with `/`
        record Saved(Path file, String name) implements Source {}
    }

    static Entry trained(int number, Model model, Subject subject, Optional<RecordedRun> run) {
        return new Entry(
                "trained:" + number,
                subject.word(),
                Optional.of(Instant.now()),
                Optional.of(subject),
                new Source.Trained(model, run));
    }

    static Entry recorded(RecordedRun run, String name, Instant when, Optional<Subject> subject) {
        return new Entry(
                "run:" + run.id(),
                PlainText.line(name, LONGEST_NAME),
                Optional.of(when),
                subject,
                new Source.Recorded(run));
    }

    static Entry saved(Path folder, Path file) {
        var name = ModelFiles.name(folder, file);
        return new Entry(
                "saved:" + name,
                PlainText.line(name, LONGEST_NAME),
                ModelFiles.changed(file),
                Optional.empty(),
                new Source.Saved(file, name));
    }

    /// Returns the run it comes from, as far as that is known without reading it.
    public Optional<RecordedRun> run() {
        return switch (source) {
            case Source.Trained(_, var run) -> run;
            case Source.Recorded(var run) -> Optional.of(run);
            case Source.Saved _ -> Optional.empty();
        };
    }

    /// Returns what a page calls where it comes from.
    public String kind() {
        return switch (source) {
            case Source.Trained _ -> "trained";
            case Source.Recorded _ -> "recorded";
            case Source.Saved _ -> "saved";
        };
    }

    /// Reads the model: of a run the best one until its last checkpoint.
    ///
    /// @throws IllegalArgumentException if the run has no checkpoint any more
    /// @throws dev.gradus.io.ModelFileException if it is damaged, or something else
    Model read() {
        return switch (source) {
            case Source.Trained(var model, _) -> model;
            case Source.Saved(var file, _) -> Model.load(file);
            case Source.Recorded(var run) ->
                    Model.bestUntil(
                            run.lastCheckpoint()
                                    .orElseThrow(() ->
                                            new IllegalArgumentException(
                                                    "the run has no checkpoint any more")));
        };
    }

    Map<String, Object> words() {
        var words = new LinkedHashMap<String, Object>();
        words.put("id", id);
        words.put("kind", kind());
        words.put("name", name);
        when.ifPresent(it -> words.put("when", it.toString()));
        subject.ifPresent(it -> words.put("subject", it.word()));
        return words;
    }
}
