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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The models there are: those trained in this studio, the recorded runs that have a checkpoint, and the model
/// files in the folder that the studio was opened in and directly below it, where `gradus quickstart` puts its own.
///
/// Models are asked for by what stands in the list, never by a path.
public final class Shelf {
    private static final int MOST_RUNS = 200;

    private static final Shelf OF_PROCESS = new Shelf(Path.of(""), RunsDirectory::ofUser);

    private final Path folder;
    private final Supplier<Optional<RunsDirectory>> runs;
    private final List<Entry> trained = new ArrayList<>();

    /// Begins with nothing trained.
    ///
    /// @param folder where saved models are looked for, and in the folders directly in it
    /// @param runs the recorded runs, if runs are recorded
    public Shelf(Path folder, Supplier<Optional<RunsDirectory>> runs) {
        this.folder = folder;
        this.runs = runs;
    }

    /// Returns the models that this process can reach.
    public static Shelf ofProcess() {
        return OF_PROCESS;
    }

    /// Returns what there is now, the youngest first; a run that was trained here stands in it once.
    public List<Entry> list() {
        var all = new ArrayList<>(trained());
        var known = all.stream().flatMap(it -> it.run().stream()).collect(Collectors.toSet());
        for (var run : recorded()) {
            if (!known.contains(run) && run.lastCheckpoint().isPresent()) {
                var is = run.description();
                all.add(Entry.recorded(run, is.name(), is.started(), subject(is)));
            }
        }
        ModelFiles.in(folder).forEach(file -> all.add(Entry.saved(folder, file)));
        all.sort(Comparator.comparing((Entry it) -> it.when().orElse(Instant.EPOCH)).reversed());
        return all;
    }

    /// Returns what there is now but for runs on data that do not come with Gradus: nothing is there to judge
    /// those by.
    List<Entry> judgeable() {
        return list().stream()
                .filter(it ->
                        it.subject().isPresent() || !(it.source() instanceof Entry.Source.Recorded))
                .toList();
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
            var model = entry.read();
            return Opened.of(entry, model, entry.run().or(() -> runOf(model)).map(Past::of));
        } catch (ModelFileException | UncheckedIOException e) {
            throw new IllegalArgumentException("it cannot be opened: " + e.getMessage(), e);
        }
    }

    /// Puts a model on the shelf that was trained just now; returns what it is asked for by.
    synchronized Entry keep(Model model, Subject subject) {
        var entry = Entry.trained(trained.size(), model, subject, runOf(model));
        trained.add(entry);
        return entry;
    }

    private synchronized List<Entry> trained() {
        return List.copyOf(trained);
    }

    private List<RecordedRun> recorded() {
        return runs.get().map(RunsDirectory::list).orElse(List.of()).stream()
                .limit(MOST_RUNS)
                .toList();
    }

    /// Returns the run that ended with just these weights, if it was recorded.
    private Optional<RecordedRun> runOf(Model model) {
        var weights = model.weightsSha256();
        return recorded().stream()
                .filter(run ->
                        weights.equals(run.description().status().result().get("weights_sha256")))
                .findFirst();
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
