/// The backend that runs kernels in plain Java on the processor.
module dev.gradus.jvm {
    requires dev.gradus.tensor;
    requires jdk.incubator.vector;
    requires static org.jspecify;

    provides dev.gradus.tensor.backend.Backend with
            dev.gradus.jvm.JvmBackend;
}
