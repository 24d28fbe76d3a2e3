package dev.gradus.train;

import dev.gradus.tensor.ComputationInterruptedException;
import java.util.concurrent.CancellationException;

/// An interrupt of the training thread, in whichever of its forms it shows.
final class Interruption {
    private Interruption() {}

    /// Returns whether `failure` comes from an interrupt of this thread.
    static boolean is(RuntimeException failure) {
        return failure instanceof ComputationInterruptedException
                || failure instanceof CancellationException
                        && Thread.currentThread().isInterrupted();
    }
}
