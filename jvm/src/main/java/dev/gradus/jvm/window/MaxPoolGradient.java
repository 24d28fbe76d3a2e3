package dev.gradus.jvm.window;

import java.util.Arrays;

/// Carries the gradient of each window's largest value back to the place where that value stands.
///
/// Windows that share no place, the rule in networks, are taken in one pass: every place of a window
/// is written once, with the gradient or with 0. Windows that overlap add into zeros, one window
/// after the other in row-major order. No index is stored in between, since finding the largest
/// value again costs less than writing and reading where it was.
public final class MaxPoolGradient {

    private MaxPoolGradient() {}

    /// Computes the float32 gradient of images `from` to `to`.
    ///
    /// The places are those that [WindowReduce#indexOfMaximum(WindowShape, float[], int, long[],
    /// int, int, int)] finds; a window wholly in padding gives nothing.
    public static void run(
            WindowShape shape,
            float[] input,
            int inputOffset,
            float[] up,
            int upOffset,
            float[] gradient,
            int gradientOffset,
            int from,
            int to) {
        int inputs = shape.inputPixels() * shape.channels();
        int outputs = shape.outputPixels() * shape.channels();
        boolean adds = shape.windowsOverlap();
        for (int image = from; image < to; image++) {
            int start = gradientOffset + image * inputs;
            if (adds || !shape.windowsCover()) {
                Arrays.fill(gradient, start, start + inputs, 0f);
            }
            windows(
                    shape,
                    adds,
                    input,
                    inputOffset + image * inputs,
                    up,
                    upOffset + image * outputs,
                    gradient,
                    start);
        }
    }

    private static void windows(
            WindowShape shape,
            boolean adds,
            float[] input,
            int inputStart,
            float[] up,
            int upStart,
            float[] gradient,
            int gradientStart) {
        PlaceLists lists = shape.inputsOfOutputs();
        EvenRuns runs = shape.runsOfOutputs();
        int channels = shape.channels();
        for (int run = 0; run < runs.count(); run++) {
            int p = runs.first(run);
            if (adds) {
                FloatWindow.IN_FORCE.addAtMaximum(
                        input,
                        inputStart,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        runs.step(run),
                        runs.length(run),
                        channels,
                        up,
                        upStart + p * channels,
                        gradient,
                        gradientStart);
            } else {
                FloatWindow.IN_FORCE.writeAtMaximum(
                        input,
                        inputStart,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        runs.step(run),
                        runs.length(run),
                        channels,
                        up,
                        upStart + p * channels,
                        gradient,
                        gradientStart);
            }
        }
    }

    /// Computes the float64 gradient of images `from` to `to`; its meaning is that of float32.
    public static void run(
            WindowShape shape,
            double[] input,
            int inputOffset,
            double[] up,
            int upOffset,
            double[] gradient,
            int gradientOffset,
            int from,
            int to) {
        PlaceLists lists = shape.inputsOfOutputs();
        int channels = shape.channels();
        int inputs = shape.inputPixels() * channels;
        int outputs = shape.outputPixels() * channels;
        for (int image = from; image < to; image++) {
            int start = gradientOffset + image * inputs;
            Arrays.fill(gradient, start, start + inputs, 0.0);
            for (int p = 0; p < lists.count(); p++) {
                DoubleWindow.addAtMaximum(
                        input,
                        inputOffset + image * inputs,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        channels,
                        up,
                        upOffset + image * outputs + p * channels,
                        gradient,
                        start);
            }
        }
    }
}
