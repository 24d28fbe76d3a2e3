package dev.gradus.studio.models;

import dev.gradus.io.ModelFileException;
import dev.gradus.tensor.Shape;
import dev.gradus.train.Model;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunDescription;
import dev.gradus.train.record.RunsDirectory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The models there are: those trained in this studio, the last checkpoints of recorded runs, and the model
/// files in the folder that the studio was opened in and directly below it, where `gradus quickstart` puts its own.
///
/// Models are asked for by what stands in the list, never by a path.
public final class Shelf {
    private static final int MOST_RUNS = 200;

    private static final Shelf OF_PROCESS = new Shelf(Path.of(""), RunsDirectory::ofUser);

    private final Path folder;
    private final Supplier<Optional<RunsDirectory>> runs;
    private final Map<Entry, Model> trained = new LinkedHashMap<>();

    Shelf(Path folder, Supplier<Optional<RunsDirectory>> runs) {
        this.folder = folder;
        this.runs = runs;
    }

    /// Returns the models that this process can reach.
    public static Shelf ofProcess() {
        return OF_PROCESS;
    }

    /// Returns what there is now, the youngest first.
    public List<Entry> list() {
        var all = new ArrayList<Entry>(trained().keySet());
        recorded().keySet().forEach(all::add);
        all.addAll(saved().keySet());
        all.sort(Comparator.comparing(Entry::when).reversed());
        return all;
    }

    /// Reads a model.
    ///
    /// @throws IllegalArgumentException if it stands in the list no more, cannot be read, or no data are
    ///     there to judge it by
    public Opened open(String id) {
        var entry =
                list().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "this model is no longer there: choose another one"));
        try {
            return Opened.of(entry, load(entry));
        } catch (ModelFileException | UncheckedIOException e) {
            throw new IllegalArgumentException("it cannot be opened: " + e.getMessage(), e);
        }
    }

    private Model load(Entry entry) {
        return switch (entry.kind()) {
            case TRAINED -> found(trained(), entry);
            case SAVED -> Model.load(found(saved(), entry));
            case RECORDED ->
                    Model.bestUntil(
                            found(recorded(), entry)
                                    .lastCheckpoint()
                                    .orElseThrow(() ->
                                            new IllegalArgumentException(
                                                    "the run has no checkpoint any more")));
        };
    }

    private static <T> T found(Map<Entry, T> all, Entry entry) {
        var found = all.get(entry);
        if (found == null) {
            throw new IllegalArgumentException("this model has just gone: choose another one");
        }
        return found;
    }

    /// Puts a model on the shelf that was trained just now; returns what it is asked for by.
    synchronized Entry keep(Model model, Subject subject) {
        var entry =
                new Entry(
                        "trained:" + trained.size(),
                        Entry.Kind.TRAINED,
                        subject.word(),
                        Instant.now(),
                        Optional.of(subject));
        trained.put(entry, model);
        return entry;
    }

    private synchronized Map<Entry, Model> trained() {
        return new LinkedHashMap<>(trained);
    }

    private Map<Entry, Path> saved() {
        var saved = new LinkedHashMap<Entry, Path>();
        for (var file : ModelFiles.in(folder)) {
            var name = ModelFiles.name(folder, file);
            saved.put(
                    new Entry(
                            "saved:" + name,
                            Entry.Kind.SAVED,
                            name,
                            ModelFiles.changed(file).orElse(Instant.EPOCH),
                            Optional.empty()),
                    file);
        }
        return saved;
    }

    private Map<Entry, RecordedRun> recorded() {
        var recorded = new LinkedHashMap<Entry, RecordedRun>();
        var known = trained().values().stream().map(Model::weightsSha256).toList();
        for (var run :
                runs.get().map(RunsDirectory::list).orElse(List.of()).stream()
                        .limit(MOST_RUNS)
                        .toList()) {
            var description = run.description();
            var subject = subject(description);
            // what was trained here stands in the list already
            var twice =
                    known.contains(
                            String.valueOf(description.status().result().get("weights_sha256")));
            if (subject.isPresent() && !twice && run.lastCheckpoint().isPresent()) {
                recorded.put(
                        new Entry(
                                "run:" + run.id(),
                                Entry.Kind.RECORDED,
                                description.name(),
                                description.started(),
                                subject),
                        run);
            }
        }
        return recorded;
    }

    private static Optional<Subject> subject(RunDescription run) {
        if (!(run.data().get("training") instanceof Map<?, ?> data)
                || !(data.get("shape") instanceof List<?> shape)
                || !(data.get("classes") instanceof List<?> classes)) {
            return Optional.empty();
        }
        var sizes =
                shape.stream()
                        .mapToInt(size ->
                                size instanceof Long it && it > 0 && it < 1000 ? it.intValue() : 0)
                        .toArray();
        return Subject.of(Shape.of(sizes), classes.stream().map(String::valueOf).toList());
    }
}
