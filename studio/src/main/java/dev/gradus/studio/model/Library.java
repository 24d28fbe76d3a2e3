package dev.gradus.studio.model;

import dev.gradus.data.Preprocessing;
import dev.gradus.io.Limits;
import dev.gradus.io.ModelFile;
import dev.gradus.studio.models.ModelFiles;
import dev.gradus.train.Model;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunCheckpoint;
import dev.gradus.train.record.RunsDirectory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The models that can be looked into: saved ones in a folder, checkpoints of recorded runs, and some that
/// are made on the spot. What is not in the list cannot be opened.
///
/// @param folder where saved models are looked for, and in the folders directly in it
/// @param runs the recorded runs, if runs are recorded
record Library(Path folder, Optional<RunsDirectory> runs) {
    private static final int MOST_RUNS = 100;
    private static final int LONGEST_NAME = 120;
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
        var all = new ArrayList<Entry>();
        all.addAll(files());
        all.addAll(checkpoints());
        all.addAll(MadeModels.list());
        return all;
    }

    /// Returns the model that the page calls `id`, if there is one.
    Optional<Entry> find(String id) {
        return list().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private List<Entry> files() {
        return ModelFiles.in(folder).stream().map(this::file).toList();
    }

    private Entry file(Path file) {
        var name = ModelFiles.name(folder, file);
        return new Entry(
                "file/" + name,
                Origin.FILE,
                shown(name),
                ModelFiles.changed(file),
                -1,
                Optional.empty(),
                () -> read(file));
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

    private List<Entry> checkpoints() {
        if (runs.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Entry>();
        try {
            for (var run : runs.get().list().stream().limit(MOST_RUNS).toList()) {
                for (var checkpoint : run.checkpoints().reversed()) {
                    all.add(checkpoint(run, checkpoint));
                }
            }
        } catch (UncheckedIOException _) {
            // as with files
        }
        return all;
    }

    private static Entry checkpoint(RecordedRun run, RunCheckpoint checkpoint) {
        return new Entry(
                "run/" + run.id() + "/" + checkpoint.step(),
                Origin.RUN,
                shown(run.description().name()),
                Optional.of(run.description().started()),
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

    /// A name may hold what turns a line around, or breaks it.
    static String shown(String name) {
        var clean = readable(name);
        return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /// Returns the text with a sign in the place of what is not seen but does something.
    static String readable(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .map(point -> UNSEEN.contains((byte) Character.getType(point)) ? '\uFFFD' : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static final Set<Byte> UNSEEN =
            Set.of(
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR);
}
