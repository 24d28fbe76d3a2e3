package dev.gradus.benchmarks.contender;

import dev.gradus.benchmarks.host.Host;
import dev.gradus.benchmarks.host.Probes;
import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Correlation;
import dev.gradus.benchmarks.workload.Elementwise;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Product;
import dev.gradus.benchmarks.workload.Workload;
import dev.gradus.tensor.Device;
import java.util.Optional;

/// Gradus itself, as its users meet it: networks of layers, an optimizer, one step after the other.
public final class GradusContender implements Contender, Probes {
    /// Takes part in `./gradus bench`.
    public static void main(String[] arguments) {
        Host.run(arguments, _ -> new GradusContender());
    }

    @Override
    public String describe() {
        return "Gradus, " + Device.current();
    }

    @Override
    public Optional<Task> prepare(Workload workload) {
        return Optional.of(
                switch (workload) {
                    case Network network when network.training() -> new Training(network);
                    case Network network -> new Inference(network);
                    case Product product -> Kernels.product(product);
                    case Elementwise elementwise -> Kernels.elementwise(elementwise);
                    case Correlation correlation -> Kernels.correlation(correlation);
                });
    }

    @Override
    public Optional<Task> probe(String name) {
        return OwnProbes.probe(name);
    }
}
