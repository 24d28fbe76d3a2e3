package dev.gradus.benchmarks.contender;

import dev.gradus.benchmarks.workload.Contender.Task;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a step costs besides its arithmetic.
final class OwnProbes {
    private static final int NODES = 200;

    private OwnProbes() {}

    static Optional<Task> probe(String name) {
        var trace = "trace/";
        if (name.startsWith(trace)
                && Workload.named(name.substring(trace.length())) instanceof Network network) {
            return Optional.of(
                    new Idle(network.training() ? new Training(network) : new Inference(network)));
        }
        return switch (name) {
            case "trace-200" -> Optional.of(new Idle(new Chain(NODES)));
            case "launch" -> Optional.of(new Chain(1));
            default -> Roof.probe(name);
        };
    }

    /// A step of `nodes` operations on one number; its result is how many there are.
    private static final class Chain implements Task {
        private final Parameter number = Parameter.of(Tensor.scalar(1));
        private final int nodes;

        Chain(int nodes) {
            this.nodes = nodes;
        }

        @Override
        public void step() {
            Tensor next = number;
            for (var i = 0; i < nodes; i++) {
                next = next.neg();
            }
            Step.run(List.of(), Map.of(number, next), 0);
        }

        @Override
        public double result() {
            return nodes;
        }
    }

    /// A task whose kernels do nothing.
    private record Idle(Task task, Device device) implements Task {
        Idle(Task task) {
            this(task, Device.of(new IdleBackend()));
        }

        @Override
        public void step() {
            Device.run(
                    device,
                    () -> {
                        task.step();
                        return task;
                    });
        }

        @Override
        public double result() {
            return task.result();
        }
    }
}
