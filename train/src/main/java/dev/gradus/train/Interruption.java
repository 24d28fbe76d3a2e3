package dev.gradus.train;

import dev.gradus.tensor.ComputationInterruptedException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// An interrupt of the training thread, in whichever of its forms it shows.
final class Interruption {
    private Interruption() {}

    /// Returns whether `failure` comes from an interrupt of this thread.
    static boolean is(RuntimeException failure) {
        return failure instanceof ComputationInterruptedException
                || failure instanceof CancellationException
                        && Thread.currentThread().isInterrupted();
    }

    /// Does work that is short and must not be given up half-way: an interrupt waits until it is
    /// done, and the thread is marked again afterwards. Work that an interrupt has broken is done
    /// anew.
    static <T> T holdBack(Supplier<T> work) {
        var interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.get();
                } catch (ComputationInterruptedException | CancellationException e) {
                    if (!Thread.interrupted()) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
