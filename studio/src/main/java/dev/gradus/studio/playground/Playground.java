package dev.gradus.studio.playground;

import dev.gradus.io.Json;
import dev.gradus.studio.server.Conversation;
import dev.gradus.studio.server.Wire;
import dev.gradus.tensor.ComputationInterruptedException;
import dev.gradus.tensor.NotFiniteException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The playground's side of an open page: a thread that does what the page asks, learns, and shows
/// pictures as fast as the page draws them.
public final class Playground implements Conversation {
    private static final int MOST_COMMANDS = 128;
    private static final long FRAME_NANOSECONDS = 1_000_000_000 / 15;
    private static final long PATIENCE_NANOSECONDS = 20_000_000;

    private final Wire wire;
    private final BlockingQueue<Command> commands = new ArrayBlockingQueue<>(MOST_COMMANDS);
    private final Clock clock = new Clock();
    private final Thread thread;

    private @Nullable Run run;
    private boolean playing;
    private boolean dirty;
    private long nextFrame = System.nanoTime();
    private double x = 2.1;
    private double y = 0.1;

    /// Begins a conversation with the page at the other end of `wire`.
    public Playground(Wire wire) {
        this.wire = wire;
        this.thread = Thread.ofPlatform().daemon().name("gradus-playground").start(this::work);
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
        try {
            while (!Thread.currentThread().isInterrupted()) {
                turn();
            }
        } catch (InterruptedException | ComputationInterruptedException _) {
            // the page has gone
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            var command = next();
            if (command != null) {
                carryOut(command);
            } else if (run != null && playing && clock.isDue()) {
                learn(run);
            }
            if (run != null && dirty && wire.isFree() && System.nanoTime() - nextFrame >= 0) {
                show(run);
            }
        } catch (IllegalArgumentException e) {
            tell(Map.of("is", "refused", "why", String.valueOf(e.getMessage())));
        }
    }

    private @Nullable Command next() throws InterruptedException {
        if (run == null || !playing && !dirty) {
            return commands.take();
        }
        var wait = playing ? clock.untilDue() : PATIENCE_NANOSECONDS;
        var soon = dirty ? Math.clamp(nextFrame - System.nanoTime(), 0, wait) : wait;
        // a page that is slow is asked for again a little later, without spinning
        var patience = dirty && !wire.isFree() ? Math.min(wait, PATIENCE_NANOSECONDS) : soon;
        return commands.poll(patience, TimeUnit.NANOSECONDS);
    }

    private void carryOut(Command command) {
        dirty = true;
        if (command instanceof Command.Begin(long id, Setup setup, boolean on)) {
            run = new Run(id, setup);
            wire.tell(run.scene());
            play(on);
            return;
        }
        var present = run;
        if (present == null) {
            throw new IllegalArgumentException("there is no run yet: begin one");
        }
        switch (command) {
            case Command.Begin _ -> throw new IllegalStateException("begun above");
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

    private void play(boolean on) {
        playing = on;
        clock.start();
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
                        clock.shareOfWatching());
        clock.watching(() -> wire.show(present.frame(moment)));
        dirty = false;
        nextFrame = System.nanoTime() + FRAME_NANOSECONDS;
    }

    private void export(Run present) {
        var program = new Program(present.experiment().setup(), present.experiment().epoch());
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
