package dev.gradus.benchmarks.deeplearning4j;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/// Deeplearning4j's networks of layers, on ND4J's native backend.
final class Deeplearning4jContender implements Contender {
    Deeplearning4jContender(int threads) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
    }

    @Override
    public String describe() {
        return "Deeplearning4j %s with %s"
                .formatted(version(), Nd4j.factory().blas().getBlasVendor());
    }

    /// Reads what Maven left in the library's archive, whose manifest does not say.
    private static String version() {
        var properties = new Properties();
        try (var stream =
                MultiLayerNetwork.class.getResourceAsStream(
                        "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty("version", "of unknown version");
    }

    @Override
    public Optional<Task> prepare(Workload workload) {
        return workload instanceof Network network && Networks.supports(network)
                ? Optional.of(network.training() ? new Training(network) : new Inference(network))
                : Optional.empty();
    }
}
