/// The backend that runs kernels in plain Java on the processor.
module dev.gradus.jvm {
    requires dev.gradus.tensor;
    requires jdk.incubator.vector;
    requires static org.jspecify;

    exports dev.gradus.jvm to
            dev.gradus.benchmarks;
    exports dev.gradus.jvm.convolve to
            dev.gradus.benchmarks;
    exports dev.gradus.jvm.matmul to
            dev.gradus.benchmarks;

    provides dev.gradus.tensor.backend.Backend with
            dev.gradus.jvm.JvmBackend;
}
