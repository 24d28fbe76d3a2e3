package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.host.Host;

/// Lets libtorch take part in the benchmark.
public final class Main {
    private Main() {}

    /// Serves the benchmark until its end.
    public static void main(String[] arguments) {
        var setup = Setup.of(arguments);
        Host.run(arguments, threads -> new LibtorchContender(threads, setup));
    }
}
