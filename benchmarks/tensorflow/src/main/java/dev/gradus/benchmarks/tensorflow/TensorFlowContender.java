package dev.gradus.benchmarks.tensorflow;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Correlation;
import dev.gradus.benchmarks.workload.Elementwise;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Product;
import dev.gradus.benchmarks.workload.Workload;
import java.util.Optional;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;

/// TensorFlow in graph mode, where its graph optimizer and fused kernels come to bear.
///
/// A step is one call of the session.
final class TensorFlowContender implements Contender {
    private final ConfigProto configuration;
    private Optional<GraphTask> current = Optional.empty();

    TensorFlowContender(int threads) {
        // Operations run one after the other on the calling thread, which saves small graphs the
        // handing over to another; within an operation the threads share the work.
        configuration =
                ConfigProto.newBuilder()
                        .setIntraOpParallelismThreads(threads)
                        .setInterOpParallelismThreads(-1)
                        .build();
    }

    @Override
    public String describe() {
        return "TensorFlow " + TensorFlow.version() + " graph mode with oneDNN";
    }

    @Override
    public Optional<Task> prepare(Workload workload) {
        current.ifPresent(GraphTask::close);
        current =
                switch (workload) {
                    case Network network -> network(network);
                    case Product product -> Optional.of(Kernels.product(product, configuration));
                    case Correlation correlation ->
                            Optional.of(Kernels.correlation(correlation, configuration));
                    case Elementwise _ -> Optional.empty();
                };
        return current.map(task -> task);
    }

    private Optional<GraphTask> network(Network network) {
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON, WIDE_PERCEPTRON, CONVOLUTIONAL, RESIDUAL, TABLE ->
                    Optional.of(Networks.task(network, configuration));
            case RECURRENT, TRANSFORMER -> Optional.empty();
        };
    }
}
