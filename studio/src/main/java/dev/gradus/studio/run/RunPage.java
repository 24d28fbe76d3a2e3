package dev.gradus.studio.run;

import dev.gradus.io.Json;
import dev.gradus.studio.Launcher;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Wire;
import dev.gradus.train.record.RecordedRun;
import dev.gradus.train.record.RunDescription;
import dev.gradus.train.record.RunsDirectory;
import dev.gradus.train.record.RunsWatch;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The page of runs: whatever trains on this machine, whoever began it, as it writes it down.
///
/// One thread of each open page is told what is written, another one draws and does what the page asks.
/// The runs themselves notice nothing of it.
public final class RunPage implements Conversation {
    private static final int MOST_COMMANDS = 128;
    private static final long TURN_MILLISECONDS = 100;
    private static final long FRAME_NANOSECONDS = 200_000_000;
    private static final long LIST_NANOSECONDS = 500_000_000;
    private static final long OTHERS_NANOSECONDS = 1_000_000_000;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Wire wire;
    private final Optional<RunsDirectory> directory;
    private final Begun begun;
    private final BlockingQueue<Command> commands = new ArrayBlockingQueue<>(MOST_COMMANDS);
    private final Shelf shelf = new Shelf();
    private final Thread thread;
    private final long opened = System.nanoTime();

    private @Nullable RecordedRun watched;
    private List<String> others = List.of();
    private String figure = "";
    private final Map<String, Long> shown = new HashMap<>();
    private long listShown = -1;
    private long listAt;
    private long frameAt;
    private long othersAt;
    private long busy;
    private @Nullable RunDescription detailed;

    /// Begins a conversation with the page at the other end of `wire`.
    public RunPage(Wire wire, Optional<RunsDirectory> directory, Launcher launcher) {
        this.wire = wire;
        this.directory = directory;
        this.begun = new Begun(launcher, why -> tell(Map.of("is", "failed", "why", why)));
        this.thread = Thread.ofPlatform().daemon().name("gradus-run-page").start(this::work);
    }

    @Override
    public void said(String text) {
        if (!commands.offer(Command.of(text))) {
            throw new IllegalArgumentException("more was asked for than can be done");
        }
    }

    @Override
    public void end() {
        thread.interrupt();
    }

    private void work() {
        if (directory.isEmpty()) {
            tell(Map.of("is", "off"));
            return;
        }
        try (RunsWatch _ = directory.get().watch(shelf)) {
            while (!Thread.currentThread().isInterrupted()) {
                turn();
            }
        } catch (InterruptedException _) {
            // the page has gone
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        var command = commands.poll(TURN_MILLISECONDS, TimeUnit.MILLISECONDS);
        var begin = System.nanoTime();
        try {
            if (command != null) {
                carryOut(command);
            }
            list(begin);
            others(begin);
            frame(begin);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            tell(Map.of("is", "refused", "why", String.valueOf(e.getMessage())));
        }
        busy += System.nanoTime() - begin;
    }

    private void carryOut(Command command) {
        switch (command) {
            case Command.Watch(var id, var beside) -> watch(id, beside);
            case Command.Figure(var name) -> {
                figure = name;
                shown.clear();
            }
            case Command.Look(var step) -> {
                var run = watched;
                if (run != null) {
                    synchronized (shelf) {
                        tell(RunPicture.look(run.id(), step, shelf.track(run)));
                    }
                }
            }
            case Command.Ask(var id, var wish) -> {
                find(id).ask(wish);
                shown.clear();
            }
            case Command.Branch branch -> branch(branch);
            case Command.Delete(var ids) -> ids.stream().map(this::find).forEach(this::delete);
            case Command.Example _ -> example();
        }
    }

    private void delete(RecordedRun run) {
        run.delete();
        // without waiting for the watch, which comes by only now and then
        shelf.deleted(run.id());
        listAt = System.nanoTime() - LIST_NANOSECONDS;
    }

    private RecordedRun find(String id) {
        // a link may name one that nobody has come by yet
        return shelf.find(id)
                .or(() -> directory.flatMap(it -> it.find(id)))
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no run %s any more.".formatted(id)));
    }

    private void watch(String id, List<String> beside) {
        var next = find(id);
        if (!next.equals(watched)) {
            figure = "";
        }
        watched = next;
        detailed = null;
        others = beside.stream().filter(it -> shelf.find(it).isPresent()).toList();
        shown.clear();
        othersAt = 0;
        frameAt = 0;
        var kept = new ArrayList<>(others);
        kept.add(id);
        shelf.keepOnly(kept);
        shelf.load(next);
        others.forEach(it -> shelf.find(it).ifPresent(shelf::load));
    }

    private void branch(Command.Branch branch) {
        var run = find(branch.id());
        var checkpoint =
                run.checkpoint(branch.step())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "There is no checkpoint at step %d any more."
                                                .formatted(branch.step())));
        var arguments = new ArrayList<>(List.of("runs", "branch", run.id(), "--from"));
        arguments.add(Long.toString(checkpoint.step()));
        var changes = branch.changes();
        changes.learningRate().ifPresent(it -> arguments.addAll(List.of("--rate", "" + it)));
        changes.l2().ifPresent(it -> arguments.addAll(List.of("--l2", "" + it)));
        changes.dropout().ifPresent(it -> arguments.addAll(List.of("--dropout", "" + it)));
        changes.batch().ifPresent(it -> arguments.addAll(List.of("--batch", "" + it)));
        changes.seed().ifPresent(it -> arguments.addAll(List.of("--seed", "" + it)));
        changes.epochs().ifPresent(it -> arguments.addAll(List.of("--epochs", "" + it)));
        begun.start(arguments, Path.of(run.description().process().folder()), variables());
        tell(Map.of("is", "begun", "what", "branch", "parent", run.id()));
    }

    private void example() {
        var runs = directory.orElseThrow().path();
        var out = runs.resolveSibling("example").toString();
        var arguments = List.of("quickstart", "--model", "cnn", "--epochs", "4", "--out", out);
        begun.start(arguments, Path.of("").toAbsolutePath(), variables());
        tell(Map.of("is", "begun", "what", "example"));
    }

    /// It must be recorded where this page looks.
    private Map<String, String> variables() {
        return Map.of("GRADUS_RUNS", directory.orElseThrow().path().toString());
    }

    private void list(long now) {
        var first = listShown < 0;
        if (shelf.version() == listShown || now - listAt < LIST_NANOSECONDS && !first) {
            return;
        }
        if (first && shelf.size() == 0 && now - opened < LIST_NANOSECONDS) {
            // nothing may only mean not yet
            return;
        }
        listAt = now;
        listShown = shelf.version();
        tell(
                Map.of(
                        "is", "runs",
                        "rows", shelf.rows(),
                        "all", shelf.size(),
                        "now", System.currentTimeMillis(),
                        "folder", directory.orElseThrow().path().toString(),
                        "canBegin", begun.isPossible()));
    }

    private void frame(long now) {
        var run = watched;
        if (run == null || now - frameAt < FRAME_NANOSECONDS || !wire.isFree()) {
            return;
        }
        synchronized (shelf) {
            if (shelf.find(run.id()).isEmpty()) {
                return;
            }
            details(run);
            var track = shelf.track(run);
            if (figure.isEmpty()) {
                figure = RunPicture.usualFigure(track);
            }
            var last = shown.getOrDefault("layers " + run.id(), -1L);
            if (last != track.looksVersion()) {
                shown.put("layers " + run.id(), track.looksVersion());
                tell(RunPicture.map(run.id(), track));
            }
            // once in a while even if nothing was written: what it was asked for may be done
            var version = shown.getOrDefault(run.id(), -1L);
            if (version != track.version() || now - frameAt >= 2 * LIST_NANOSECONDS) {
                shown.put(run.id(), track.version());
                frameAt = now;
                wire.show(RunPicture.watched(run, track, figure, cost(now)));
            }
        }
    }

    private void details(RecordedRun run) {
        var description = run.description();
        if (!description.equals(detailed)) {
            detailed = description;
            tell(RunPicture.details(run, begun.isPossible()));
        }
    }

    private void others(long now) {
        if (now - othersAt < OTHERS_NANOSECONDS || figure.isEmpty()) {
            return;
        }
        othersAt = now;
        synchronized (shelf) {
            for (var id : others) {
                shelf.find(id)
                        .ifPresent(run -> {
                            var track = shelf.track(run);
                            if (shown.getOrDefault("other " + id, -1L) != track.version()) {
                                shown.put("other " + id, track.version());
                                wire.tell(RunPicture.other(run, track, figure));
                            }
                        });
            }
        }
    }

    /// The share of this machine's time that this page takes.
    private double cost(long now) {
        return (double) busy / PROCESSORS / Math.max(1, now - opened);
    }

    private void tell(Map<String, Object> words) {
        wire.tell(Json.line(words));
    }
}
