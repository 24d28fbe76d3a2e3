package dev.gradus.cli.quickstart;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes Ctrl-C end training after the step at hand, with everything saved, instead of at once.
///
/// The system ends the process when its shutdown hooks are done; this hook interrupts the training
/// and is done when the command is, or when it has waited long enough.
final class Gentle implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Thread training = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "gradus-stop");

    private enum Phase {
        BEFORE,
        TRAINING,
        AFTER
    }

    private Phase phase = Phase.BEFORE;

    Gentle() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Says that training begins: from here on there is something to save.
    synchronized void trainingBegins() {
        phase = Phase.TRAINING;
    }

    /// Says that training has ended: what follows is done in any case.
    synchronized void trainingEnded() {
        phase = Phase.AFTER;
        // an interrupt that came too late for training is not meant for what follows
        Thread.interrupted();
    }

    private void stop() {
        synchronized (this) {
            switch (phase) {
                case BEFORE -> {
                    return;
                }
                case TRAINING -> training.interrupt();
                case AFTER -> {}
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

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending, and waits for nothing else now
            return;
        }
    }
}
