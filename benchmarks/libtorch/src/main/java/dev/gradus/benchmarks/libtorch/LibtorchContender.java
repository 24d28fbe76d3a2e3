package dev.gradus.benchmarks.libtorch;

import dev.gradus.benchmarks.workload.Contender;
import dev.gradus.benchmarks.workload.Correlation;
import dev.gradus.benchmarks.workload.Elementwise;
import dev.gradus.benchmarks.workload.Network;
import dev.gradus.benchmarks.workload.Product;
import dev.gradus.benchmarks.workload.Workload;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;

/// Computes the workloads with libtorch, operation by operation, as a program in C++ would: each is
/// one call into native code, about a microsecond with the objects that Java makes for its result.
final class LibtorchContender implements Contender {
    /// Owns the tensors of the task in hand, which only it frees: the garbage collector does not.
    private PointerScope prepared = new PointerScope();

    private final Setup setup;

    /// @throws IllegalStateException if libtorch would compute with another library than MKL
    LibtorchContender(int threads, Setup setup) {
        this.setup = setup;
        torch.set_num_threads(threads);
        torch.set_num_interop_threads(1);
        torch.manual_seed(1);
        requireMkl();
    }

    /// With the OpenBLAS that comes along, libtorch at two threads is many times slower than it can
    /// be.
    private static void requireMkl() {
        if (!hasMkl() && !Loader.getPlatform().endsWith("arm64")) {
            throw new IllegalStateException(
                    "libtorch found no MKL and would be slower than it can be: start Java with"
                            + " @benchmarks/libtorch/jvm.options and with org.bytedeco:mkl and its"
                            + " %s-redist on the class path".formatted(Loader.getPlatform()));
        }
    }

    private static boolean hasMkl() {
        return Loader.getLoadedLibraries().keySet().stream()
                .anyMatch(library -> library.startsWith("mkl_rt"));
    }

    @Override
    public String describe() {
        var built = torch.show_config().getString();
        return "libtorch %s with %s and oneDNN %s"
                .formatted(
                        find("TORCH_VERSION=([0-9.]+)", built),
                        hasMkl() ? "MKL" : "OpenBLAS",
                        find("MKL-DNN v([0-9.]+)", built));
    }

    private static String find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("of unknown version");
    }

    @Override
    public Optional<Task> prepare(Workload workload) {
        prepared.close();
        prepared = new PointerScope();
        if (setup == Setup.TUTORIAL && isUpdate(workload)) {
            // An optimizer of torch::optim cannot be put into the middle of a training.
            return Optional.empty();
        }
        return Optional.of(
                switch (workload) {
                    case Network network when network.training() -> new Training(network, setup);
                    case Network network -> new Inference(network, setup);
                    case Product product -> Kernels.product(product);
                    case Elementwise elementwise -> Kernels.elementwise(elementwise);
                    case Correlation correlation -> Kernels.correlation(correlation, setup);
                });
    }

    private static boolean isUpdate(Workload workload) {
        return workload instanceof Elementwise elementwise
                && elementwise.operation() == Elementwise.Operation.ADAM;
    }
}
