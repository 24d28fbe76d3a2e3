package dev.gradus.studio.playground;

import dev.gradus.io.Json;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Wire;
import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.NotFiniteException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The playground's side of an open page: a thread that does what the page asks, learns, and shows
/// pictures as fast as the page draws them.
public final class Playground implements Conversation {
    private static final int MOST_COMMANDS = 128;
    private static final long PATIENCE_NANOSECONDS = 20_000_000;

    private final Wire wire;
    private final BlockingQueue<Command> commands = new ArrayBlockingQueue<>(MOST_COMMANDS);
    private final Clock clock = new Clock();
    private final Thread thread;

    private final Upload upload = new Upload();
    private final Aside survey = new Aside("survey");
    private final Aside race = new Aside("race");
    private final Runs runs = new Runs();

    private Command.View view = new Command.View(Command.Picture.BOUNDARY, false);
    private boolean playing;
    private boolean dirty;
    private double x = 2.1;
    private double y = 0.1;

    /// Begins a conversation with the page at the other end of `wire`.
    public Playground(Wire wire) {
        this.wire = wire;
        this.thread = Thread.ofPlatform().daemon().name("gradus-playground").start(this::work);
    }

    @Override
    public void said(String text) {
        Optional<? extends Command> command = Optional.of(Command.of(text));
        if (command.get() instanceof Command.Part part) {
            command = upload.add(part);
        }
        if (command.isPresent() && !commands.offer(command.get())) {
            throw new IllegalArgumentException("more was asked for than can be done");
        }
    }

    @Override
    public void end() {
        thread.interrupt();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                turn();
            }
        } catch (InterruptedException | ComputationInterruptedException _) {
            // the page has gone
            Thread.currentThread().interrupt();
        } finally {
            survey.stop();
            race.stop();
        }
    }

    private void turn() throws InterruptedException {
        try {
            var command = next();
            if (command != null) {
                carryOut(command);
            } else if (playing && clock.isDue()) {
                runs.present().ifPresent(this::learn);
            }
            if (dirty && wire.isFree() && clock.untilFrame() == 0) {
                runs.present().ifPresent(this::show);
            }
        } catch (IllegalArgumentException e) {
            tell(Map.of("is", "refused", "why", String.valueOf(e.getMessage())));
        }
    }

    private @Nullable Command next() throws InterruptedException {
        if (runs.present().isEmpty() || !playing && !dirty) {
            return commands.take();
        }
        var wait = playing ? clock.untilDue() : PATIENCE_NANOSECONDS;
        var soon = dirty ? Math.min(clock.untilFrame(), wait) : wait;
        // a page that is slow is asked for again a little later, without spinning
        var patience = dirty && !wire.isFree() ? Math.min(wait, PATIENCE_NANOSECONDS) : soon;
        return commands.poll(patience, TimeUnit.NANOSECONDS);
    }

    private void carryOut(Command command) {
        dirty = true;
        switch (command) {
            case Command.Begin begin -> {
                var next = runs.begin(begin);
                survey.stop();
                race.stop();
                show(next, begin.playing());
            }
            case Command.Table table -> tell(runs.take(table));
            case Command.View chosen -> {
                view = chosen;
                if (view.picture() != Command.Picture.SURFACE) {
                    survey.stop();
                }
            }
            case Command.EndRace _ -> race.stop();
            case Command.Part _ -> throw new IllegalStateException("put together before");
            case Command.OfRun ofRun ->
                    carryOut(
                            ofRun,
                            runs.present()
                                    .orElseThrow(() ->
                                            new IllegalArgumentException(
                                                    "there is no run yet: begin one")));
        }
    }

    private void carryOut(Command.OfRun command, Run present) {
        switch (command) {
            case Command.Branch branch -> {
                var next = runs.branch(present, branch);
                survey.stop();
                show(next, branch.playing());
            }
            case Command.Return(long id) -> {
                var earlier = runs.goBack(present, id);
                survey.stop();
                show(earlier, false);
            }
            case Command.Surveyed(Surface surface) -> {
                if (surface.run() == present.id()) {
                    present.surface(surface);
                    wire.tell(surface.bytes());
                }
            }
            case Command.Race start -> {
                var ready =
                        new Samples.Ready(
                                present.experiment().setup(),
                                present.experiment().lessons().samples());
                race.start(() -> new Race(start, ready).run(this::tell));
            }
            case Command.Play(boolean on) -> play(on);
            case Command.Step _ -> {
                play(false);
                learn(present);
            }
            case Command.Pace(Command.Speed speed) -> clock.pace(speed);
            case Command.Look(long epoch) -> {
                play(false);
                present.look(epoch);
            }
            case Command.Mark(double markX, double markY) -> {
                x = markX;
                y = markY;
            }
            case Command.Weight weight -> present.set(weight);
            case Command.Export _ -> export(present);
        }
    }

    private void show(Run next, boolean on) {
        wire.tell(next.scene());
        play(on);
    }

    private void play(boolean on) {
        playing = on;
        clock.run(on);
    }

    private void learn(Run present) {
        try {
            clock.learning(present::learn);
        } catch (NotFiniteException e) {
            playing = false;
            present.lookBeforeTheLoss();
            tell(
                    Map.of(
                            "is", "lost",
                            "epoch", present.experiment().epoch(),
                            "layer", e.origin().map(origin -> origin.place()).orElse(""),
                            "operation", e.op().map(Object::toString).orElse(""),
                            "why", String.valueOf(e.getMessage())));
        }
        dirty = true;
    }

    private void show(Run present) {
        var moment =
                new Moment(
                        x,
                        y,
                        playing,
                        present.isBack(),
                        present.experiment().epoch(),
                        clock.epochsPerSecond(),
                        clock.shareOfWatching(),
                        view);
        clock.watching(() -> wire.show(present.frame(moment)));
        dirty = false;
        survey(present);
    }

    /// Has the loss surface measured where it is looked at and what there is of it is outdated.
    private void survey(Run present) {
        if (view.picture() == Command.Picture.SURFACE
                && !survey.isBusy()
                && present.wantsSurvey(!playing)) {
            var task = present.survey();
            survey.start(() -> {
                var surface =
                        task.measure(share ->
                                tell(Map.of("is", "survey", "run", present.id(), "share", share)));
                commands.put(new Command.Surveyed(surface));
            });
        }
    }

    private void export(Run present) {
        var program = present.program();
        tell(
                Map.of(
                        "is", "program",
                        "name", program.name(),
                        "text", program.text(),
                        "edited", present.edited()));
    }

    private void tell(Map<String, Object> words) {
        wire.tell(Json.write(words));
    }
}
