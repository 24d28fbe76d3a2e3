package dev.gradus.tensor;

/// Says that a computation was stopped between two kernels because its thread was interrupted. Nothing
/// was changed, and the thread is still marked as interrupted.
public final class ComputationInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Creates the exception.
    public ComputationInterruptedException() {
        super(
                "the computation was interrupted; parameters keep the values they had before the step");
    }
}
