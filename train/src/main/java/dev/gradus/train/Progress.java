package dev.gradus.train;

import dev.gradus.nn.Layer;

/// Is told how training goes, on the training thread: whoever draws slowly slows training down.
///
/// Every method does nothing unless it is overridden.
public interface Progress {
    /// Nothing has been computed yet; `model` is built and `batches` batches make an epoch.
    default void started(Layer model, int epochs, int batches) {}

    /// An epoch begins, counted from 1.
    default void epochStarted(int epoch) {}

    /// A step was made; at most once a batch.
    default void batchDone(BatchProgress progress) {}

    /// An epoch has ended and the validation examples were looked at.
    default void epochDone(EpochResult result) {}

    /// Training has ended and the best weights are restored.
    default void stopped(Stopped stopped) {}

    /// Returns a progress that says nothing.
    static Progress silent() {
        return new Progress() {};
    }
}
