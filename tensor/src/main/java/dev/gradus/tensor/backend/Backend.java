package dev.gradus.tensor.backend;

/// Turns kernels into code that runs on some hardware. Found by [java.util.ServiceLoader]; nobody
/// names one.
///
/// A backend sees kernels only, never tensors. Its results must agree with the [Interpreter], which is
/// the definition of every operation.
public interface Backend {
    /// Returns the name by which people know it, such as `jvm`.
    String name();

    /// Returns which of several ready backends is preferred: the one with the highest number.
    int priority();

    /// Returns whether it can be used here, and if not, why and what to do.
    Availability availability();

    /// Returns the code of `kernel`, to be run many times, by one thread at a time.
    Executable compile(Kernel kernel);

    /// Whether a backend can be used on this machine.
    sealed interface Availability {
        /// It can; `detail` says with what.
        record Ready(String detail) implements Availability {}

        /// It cannot; `remedy` is what the user can do about it.
        record Unavailable(String reason, String remedy) implements Availability {}
    }

    /// A compiled kernel.
    @FunctionalInterface
    interface Executable {
        /// Computes the outputs from the inputs; `slots` are the buffers of the program, by number.
        void run(Buffer[] slots);
    }
}
