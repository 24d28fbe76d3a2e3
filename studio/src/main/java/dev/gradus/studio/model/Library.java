package dev.gradus.studio.model;

import dev.gradus.data.Preprocessing;
import dev.gradus.io.Limits;
import dev.gradus.io.ModelFile;
import dev.gradus.studio.models.Entry.Source;
import dev.gradus.studio.models.Shelf;
import dev.gradus.train.Model;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The models that can be looked into: what stands on the shelf, of runs every checkpoint, and some that are made
/// on the spot. What is not in the list cannot be opened.
///
/// @param shelf saved models and recorded runs
record Library(Shelf shelf) {
    private static final int MOST_RUNS = 100;
    private static final Limits LIMITS = Limits.USUAL.fileBytes(512L << 20);

    /// Where a model comes from.
    enum Origin {
        FILE,
        RUN,
        MADE
    }

    /// A model that can be opened.
    ///
    /// @param id what the page calls it by
    /// @param origin where it comes from
    /// @param name what it is called, safe to be shown
    /// @param when when it was saved, if it was
    /// @param step after how many steps it was saved, -1 if that is not known
    /// @param run the run it is a checkpoint of, if it is
    /// @param load opens it
    record Entry(
            String id,
            Origin origin,
            String name,
            Optional<Instant> when,
            long step,
            Optional<RecordedRun> run,
            Supplier<Subject> load) {}

    /// Returns the models there are now: files, then runs, the youngest first, then those made on the spot.
    List<Entry> list() {
        var all = shelf.list();
        var files =
                all.stream()
                        .flatMap(it ->
                                it.source() instanceof Source.Saved saved
                                        ? Stream.of(file(it, saved))
                                        : Stream.empty());
        var checkpoints =
                all.stream()
                        .flatMap(it -> it.run().stream())
                        .limit(MOST_RUNS)
                        .flatMap(run ->
                                run.checkpoints().reversed().stream()
                                        .map(checkpoint -> checkpoint(run, checkpoint)));
        return Stream.of(files, checkpoints, MadeModels.list().stream())
                .flatMap(each -> each)
                .toList();
    }

    /// Returns the model that the page calls `id`, if there is one.
    Optional<Entry> find(String id) {
        return list().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static Entry file(dev.gradus.studio.models.Entry entry, Source.Saved saved) {
        return new Entry(
                "file/" + saved.name(),
                Origin.FILE,
                entry.name(),
                entry.when(),
                -1,
                Optional.empty(),
                () -> read(saved.file()));
    }

    private static Subject read(Path file) {
        var model = ModelFile.read(file, LIMITS);
        return Subject.of(
                model.layer(),
                model.inputShape(),
                model.classes(),
                Optional.of(Preprocessing.of(model.preprocessing())),
                true);
    }

    private static Entry checkpoint(RecordedRun run, RunCheckpoint checkpoint) {
        var description = run.description();
        return new Entry(
                "run/" + run.id() + "/" + checkpoint.step(),
                Origin.RUN,
                description.name(),
                Optional.of(description.started()),
                checkpoint.step(),
                Optional.of(run),
                () -> read(checkpoint));
    }

    private static Subject read(RunCheckpoint checkpoint) {
        var model = Model.at(checkpoint);
        return Subject.of(
                model.layer(),
                model.inputShape(),
                model.classes(),
                Optional.of(model.preprocessing()),
                true);
    }
}
