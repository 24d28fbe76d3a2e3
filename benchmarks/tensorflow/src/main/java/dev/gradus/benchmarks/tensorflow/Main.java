package dev.gradus.benchmarks.tensorflow;

import dev.gradus.benchmarks.host.Host;

/// Lets TensorFlow's graph mode take part in the benchmark.
public final class Main {
    private Main() {}

    /// Serves the benchmark until it says that it is done.
    public static void main(String[] arguments) {
        Host.run(arguments, TensorFlowContender::new);
    }
}
