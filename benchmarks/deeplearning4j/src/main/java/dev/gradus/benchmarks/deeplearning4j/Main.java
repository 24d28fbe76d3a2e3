package dev.gradus.benchmarks.deeplearning4j;

import dev.gradus.benchmarks.host.Host;

/// Lets Deeplearning4j take part in the benchmark.
public final class Main {
    private Main() {}

    /// Serves the benchmark until it says that it is done.
    public static void main(String[] arguments) {
        Host.run(arguments, Deeplearning4jContender::new);
    }
}
