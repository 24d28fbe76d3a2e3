package dev.gradus.jvm;

import dev.gradus.jvm.convolve.ConvolveCode;
import dev.gradus.jvm.index.ArgSortCode;
import dev.gradus.jvm.index.GatherCode;
import dev.gradus.jvm.index.ScatterAddCode;
import dev.gradus.jvm.map.MapCode;
import dev.gradus.jvm.matmul.MatMulCode;
import dev.gradus.jvm.reduce.CumulativeSumCode;
import dev.gradus.jvm.reduce.ReduceCode;
import dev.gradus.jvm.window.MaxPoolGradientCode;
import dev.gradus.jvm.window.WindowCode;
import dev.gradus.tensor.backend.Backend;
import dev.gradus.tensor.backend.Kernel;

/// Runs kernels in plain Java on the processor: vector instructions through the Vector API where Java has
/// them, scalar loops with the same results to the last bit where it does not.
public final class JvmBackend implements Backend {
    private static final System.Logger LOG = System.getLogger(JvmBackend.class.getName());

    /// Creates the backend; called by [java.util.ServiceLoader].
    public JvmBackend() {}

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Availability availability() {
        Once.log();
        return new Availability.Ready("%s, %d threads".formatted(Lanes.REASON, Workers.count()));
    }

    @Override
    public Executable compile(Kernel kernel) {
        return switch (kernel) {
            case Kernel.MapKernel map -> new MapCode(map);
            case Kernel.ReduceKernel reduce -> new ReduceCode(reduce);
            case Kernel.MatMulKernel matMul -> new MatMulCode(matMul);
            case Kernel.ConvolveKernel convolve -> new ConvolveCode(convolve);
            case Kernel.PoolKernel pool -> WindowCode.of(pool);
            case Kernel.SpreadKernel spread -> WindowCode.of(spread);
            case Kernel.MaxPoolGradientKernel gradient -> new MaxPoolGradientCode(gradient);
            case Kernel.GatherKernel gather -> new GatherCode(gather);
            case Kernel.ScatterAddKernel scatter -> new ScatterAddCode(scatter);
            case Kernel.ArgSortKernel sort -> new ArgSortCode(sort);
            case Kernel.CumulativeSumKernel sum -> new CumulativeSumCode(sum);
        };
    }

    /// Says once, in one line, that vectors are missing and how to get them.
    private static final class Once {
        static {
            if (!Lanes.vectors() && System.getProperty(Lanes.PROPERTY, "auto").equals("auto")) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Gradus computes without vectors: {0}",
                        Lanes.REASON);
            }
        }

        private static void log() {}
    }
}
