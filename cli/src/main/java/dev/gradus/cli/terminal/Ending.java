package dev.gradus.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes Ctrl-C end a long work after the step at hand, with everything saved, instead of at once.
///
/// The system ends a process when its shutdown hooks are done. This hook interrupts the work and is
/// done when the command is, its last words included, or when it has waited long enough.
public final class Ending {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::end, "gradus-end");
    private Phase phase = Phase.IDLE;

    private enum Phase {
        IDLE,
        WORKING,
        SAVING
    }

    /// Creates an ending for the command that this thread runs. Nothing happens until work begins.
    public Ending() {}

    /// Says that work begins which an interrupt ends in good order, with something to save.
    public void workBegins() {
        enter(Phase.WORKING);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending already: that is an interrupt too
            worker.interrupt();
        }
    }

    /// Says that this work has ended: what follows is carried through in any case.
    public void savingBegins() {
        enter(Phase.SAVING);
        // an interrupt that came too late for the work is not meant for what follows
        Thread.interrupted();
    }

    /// Says that the command is done and has said everything.
    public void done() {
        if (enter(Phase.IDLE) == Phase.IDLE) {
            return;
        }
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending, and waits for nothing else now
            return;
        }
    }

    private synchronized Phase enter(Phase next) {
        var before = phase;
        phase = next;
        return before;
    }

    private void end() {
        synchronized (this) {
            if (phase == Phase.IDLE) {
                return;
            }
            if (phase == Phase.WORKING) {
                worker.interrupt();
            }
        }
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
