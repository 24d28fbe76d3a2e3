package dev.gradus.benchmarks.kernels;

import dev.gradus.benchmarks.workload.Correlation;
import dev.gradus.benchmarks.workload.Numbers;
import dev.gradus.benchmarks.workload.Workload;
import dev.gradus.jvm.convolve.Convolve;
import dev.gradus.jvm.convolve.ConvolveShape;
import dev.gradus.jvm.convolve.FloatPass;
import dev.gradus.jvm.matmul.RowsDone;
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

/// Measures single float32 convolutions and their two gradients on one core, without anything around them.
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
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ConvolveSpeed {
    /// Shapes of the benchmark, by the name of the forward workload.
    @Param({
        "M3:forward:64x28px:1-32:3x3:s1",
        "M3:forward:64x26px:32-64:3x3:s1",
        "M3:forward:64x32px:3-16:3x3:s1",
        "M3:forward:64x32px:16-16:3x3:s1",
        "M3:forward:64x32px:16-32:3x3:s2",
        "M3:forward:64x16px:32-32:3x3:s1",
        "M3:forward:64x8px:64-64:3x3:s1"
    })
    private String convolution = "";

    /// Groups of channels: `-p groups=8` for the shapes it divides.
    @Param("1")
    private int groups = 1;

    private ConvolveShape shape =
            shape(new Correlation(Correlation.Part.FORWARD, 1, 1, 1, 1, 1, 1, 0), 1);
    private FloatPass forward = Convolve.forward(shape);
    private FloatPass inputGradient = Convolve.inputGradient(shape);
    private FloatPass weightsGradient = Convolve.weightsGradient(shape);
    private float[] input = new float[0];
    private float[] weights = new float[0];
    private float[] output = new float[0];
    private float[] outputGradient = new float[0];
    private float[] gradientOfInput = new float[0];
    private float[] gradientOfWeights = new float[0];

    /// Makes the images and the weights.
    @Setup
    public void prepare() {
        var workload = (Correlation) Workload.named(convolution);
        shape = shape(workload, groups);
        forward = Convolve.forward(shape);
        inputGradient = Convolve.inputGradient(shape);
        weightsGradient = Convolve.weightsGradient(shape);
        input = Numbers.uniform(1, workload.batch() * shape.inputPixels() * workload.inputs(), 1);
        weights = Numbers.uniform(2, shape.weightRows() * workload.outputs(), 1);
        output = new float[workload.batch() * shape.outputPixels() * workload.outputs()];
        outputGradient = Numbers.uniform(3, output.length, 1);
        gradientOfInput = new float[input.length];
        gradientOfWeights = new float[weights.length];
    }

    /// Computes the output.
    @Benchmark
    public float[] forward() {
        forward.run(input, 0, weights, 0, output, 0, RowsDone.NOTHING);
        return output;
    }

    /// Computes the gradient of the input.
    @Benchmark
    public float[] inputGradient() {
        inputGradient.run(outputGradient, 0, weights, 0, gradientOfInput, 0, RowsDone.NOTHING);
        return gradientOfInput;
    }

    /// Computes the gradient of the weights.
    @Benchmark
    public float[] weightGradient() {
        weightsGradient.run(input, 0, outputGradient, 0, gradientOfWeights, 0, RowsDone.NOTHING);
        return gradientOfWeights;
    }

    private static ConvolveShape shape(Correlation it, int groups) {
        return new ConvolveShape(
                it.batch(),
                new int[] {it.pixels(), it.pixels()},
                it.inputs(),
                new int[] {it.size(), it.size()},
                it.outputs(),
                new int[] {it.stride(), it.stride()},
                new int[] {it.padding(), it.padding()},
                new int[] {it.padding(), it.padding()},
                new int[] {1, 1},
                groups);
    }
}
