package dev.gradus.benchmarks.workload;

/// A square float32 convolution with a kernel of `size` × `size`, or one of its two gradients, on square
/// images that are already in memory.
///
/// Input `[batch, pixels, pixels, inputs]` of seed 1, weights `[size, size, inputs, outputs]` of seed
/// 2, gradient of the output of seed 3, all [Numbers#uniform] of bound 1. Each contender
/// holds them in the layout it likes best.
public record Correlation(
        Part part,
        int batch,
        int pixels,
        int inputs,
        int outputs,
        int size,
        int stride,
        int padding)
        implements Workload {
    /// Which of the three is computed.
    public enum Part {
        /// The output.
        FORWARD,
        /// The gradient of the input.
        INPUT_GRADIENT,
        /// The gradient of the weights.
        WEIGHT_GRADIENT
    }

    @Override
    public String name() {
        return "M3:%s:%dx%dpx:%d-%d:%dx%d:s%d"
                .formatted(
                        part.name().toLowerCase(java.util.Locale.ROOT),
                        batch,
                        pixels,
                        inputs,
                        outputs,
                        size,
                        size,
                        stride);
    }

    @Override
    public String describe() {
        return "convolution %d×%d, %d → %d channels, %d px, stride %d, batch %d: %s"
                .formatted(
                        size,
                        size,
                        inputs,
                        outputs,
                        pixels,
                        stride,
                        batch,
                        part.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    /// Returns how many pixels the output has along a side.
    public int outputPixels() {
        return (pixels + 2 * padding - size) / stride + 1;
    }

    @Override
    public long operations() {
        return 2L * batch * outputPixels() * outputPixels() * size * size * inputs * outputs;
    }
}
