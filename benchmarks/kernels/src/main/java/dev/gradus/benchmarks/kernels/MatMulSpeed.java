package dev.gradus.benchmarks.kernels;

import dev.gradus.benchmarks.workload.Numbers;
import dev.gradus.benchmarks.workload.Product;
import dev.gradus.benchmarks.workload.Workload;
import dev.gradus.jvm.matmul.MatMul;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Measures single float32 matrix products on one core, without anything around them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "-Dgradus.vector=widest",
            "-Dgradus.threads=1"
        })
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class MatMulSpeed {
    /// Workloads of the benchmark by name; `-p product=...` takes any of them.
    @Param({
        "M1:32x32x32:NN",
        "M1:128x128x128:NN",
        "M1:512x512x512:NN",
        "M1:512x512x512:TN",
        "M1:512x512x512:NT",
        "M1:1024x1024x1024:NN",
        "M1:32x784x128:NN",
        "M1:784x32x128:TN",
        "M1:128x784x512:NN",
        "M1:784x128x512:TN",
        "M1:128x512x784:NT",
        "M1:128x512x10:NN",
        "M1:512x128x10:TN",
        "M1:128x10x512:NT"
    })
    private String product = "";

    private Product shape = new Product(1, 1, 1, false, false);
    private float[] left = new float[0];
    private float[] right = new float[0];
    private float[] result = new float[0];

    /// Makes the matrices.
    @Setup
    public void prepare() {
        shape = (Product) Workload.named(product);
        left = Numbers.uniform(1, shape.rows() * shape.depth(), 1);
        right = Numbers.uniform(2, shape.depth() * shape.columns(), 1);
        result = new float[shape.rows() * shape.columns()];
    }

    /// Multiplies once.
    @Benchmark
    public float[] multiply() {
        MatMul.multiply(
                left,
                0,
                shape.leftTurned() ? 1 : shape.depth(),
                shape.leftTurned() ? shape.rows() : 1,
                right,
                0,
                shape.rightTurned() ? 1 : shape.columns(),
                shape.rightTurned() ? shape.depth() : 1,
                result,
                0,
                shape.columns(),
                shape.rows(),
                shape.columns(),
                shape.depth(),
                false);
        return result;
    }
}
