package dev.gradus.jvm.window;

/// Reduces every window that slides over an image to one value, each channel by itself.
///
/// Padding takes no part: the largest value is that of the places which exist, a sum adds only
/// those, in row-major order and starting from 0. So the result is the same to the last bit at any
/// vector width, and callers may share out the images as they like.
public final class WindowReduce {

    private WindowReduce() {}

    /// Finds the largest float32 value of each window, for images `from` to `to`.
    ///
    /// NaN counts as larger than every number; a window wholly in padding gives minus infinity.
    public static void maximum(
            WindowShape shape,
            float[] input,
            int inputOffset,
            float[] output,
            int outputOffset,
            int from,
            int to) {
        PlaceLists lists = shape.inputsOfOutputs();
        EvenRuns runs = shape.runsOfOutputs();
        int channels = shape.channels();
        for (int image = from; image < to; image++) {
            int start = inputOffset + image * shape.inputPixels() * channels;
            int place = outputOffset + image * shape.outputPixels() * channels;
            for (int run = 0; run < runs.count(); run++) {
                int p = runs.first(run);
                FloatWindow.IN_FORCE.maximum(
                        input,
                        start,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        runs.step(run),
                        runs.length(run),
                        channels,
                        output,
                        place + p * channels);
            }
        }
    }

    /// Finds where the largest float32 value of each window stands, for images `from` to `to`.
    ///
    /// The answer is an index into the whole input, counted from its first element. Of several
    /// largest values the first counts, and the first NaN before all numbers; a window wholly in
    /// padding gives -1.
    public static void indexOfMaximum(
            WindowShape shape,
            float[] input,
            int inputOffset,
            long[] output,
            int outputOffset,
            int from,
            int to) {
        PlaceLists lists = shape.inputsOfOutputs();
        EvenRuns runs = shape.runsOfOutputs();
        int channels = shape.channels();
        for (int image = from; image < to; image++) {
            int first = image * shape.inputPixels() * channels;
            int place = outputOffset + image * shape.outputPixels() * channels;
            for (int run = 0; run < runs.count(); run++) {
                int p = runs.first(run);
                FloatWindow.IN_FORCE.indexOfMaximum(
                        input,
                        inputOffset + first,
                        first,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        runs.step(run),
                        runs.length(run),
                        channels,
                        output,
                        place + p * channels);
            }
        }
    }

    /// Adds up the float32 values of each window, for images `from` to `to`.
    public static void sum(
            WindowShape shape,
            float[] input,
            int inputOffset,
            float[] output,
            int outputOffset,
            int from,
            int to) {
        add(
                shape.inputsOfOutputs(),
                shape.runsOfOutputs(),
                shape.inputPixels() * shape.channels(),
                shape.channels(),
                input,
                inputOffset,
                output,
                outputOffset,
                from,
                to);
    }

    /// Computes the gradient of [#sum(WindowShape, float[], int, float[], int, int, int)] with
    /// respect to its input, for images `from` to `to`: every place receives the sum of the
    /// gradients of the windows that cover it, in row-major order.
    public static void sumGradient(
            WindowShape shape,
            float[] outputGradient,
            int outputGradientOffset,
            float[] inputGradient,
            int inputGradientOffset,
            int from,
            int to) {
        add(
                shape.outputsOfInputs(),
                shape.runsOfInputs(),
                shape.outputPixels() * shape.channels(),
                shape.channels(),
                outputGradient,
                outputGradientOffset,
                inputGradient,
                inputGradientOffset,
                from,
                to);
    }

    private static void add(
            PlaceLists lists,
            EvenRuns runs,
            int imageElements,
            int channels,
            float[] input,
            int inputOffset,
            float[] output,
            int outputOffset,
            int from,
            int to) {
        for (int image = from; image < to; image++) {
            int start = inputOffset + image * imageElements;
            int place = outputOffset + image * lists.count() * channels;
            for (int run = 0; run < runs.count(); run++) {
                int p = runs.first(run);
                FloatWindow.IN_FORCE.sum(
                        input,
                        start,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        runs.step(run),
                        runs.length(run),
                        channels,
                        output,
                        place + p * channels);
            }
        }
    }

    /// Finds the largest float64 value of each window, for images `from` to `to`.
    ///
    /// NaN counts as larger than every number; a window wholly in padding gives minus infinity.
    public static void maximum(
            WindowShape shape,
            double[] input,
            int inputOffset,
            double[] output,
            int outputOffset,
            int from,
            int to) {
        PlaceLists lists = shape.inputsOfOutputs();
        int channels = shape.channels();
        for (int image = from; image < to; image++) {
            int start = inputOffset + image * shape.inputPixels() * channels;
            int place = outputOffset + image * shape.outputPixels() * channels;
            for (int p = 0; p < lists.count(); p++) {
                DoubleWindow.maximum(
                        input,
                        start,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        channels,
                        output,
                        place + p * channels);
            }
        }
    }

    /// Finds where the largest float64 value of each window stands, for images `from` to `to`.
    ///
    /// The answer is an index into the whole input, counted from its first element. Of several
    /// largest values the first counts, and the first NaN before all numbers; a window wholly in
    /// padding gives -1.
    public static void indexOfMaximum(
            WindowShape shape,
            double[] input,
            int inputOffset,
            long[] output,
            int outputOffset,
            int from,
            int to) {
        PlaceLists lists = shape.inputsOfOutputs();
        int channels = shape.channels();
        for (int image = from; image < to; image++) {
            int first = image * shape.inputPixels() * channels;
            int place = outputOffset + image * shape.outputPixels() * channels;
            for (int p = 0; p < lists.count(); p++) {
                DoubleWindow.indexOfMaximum(
                        input,
                        inputOffset + first,
                        first,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        channels,
                        output,
                        place + p * channels);
            }
        }
    }

    /// Adds up the float64 values of each window, for images `from` to `to`.
    public static void sum(
            WindowShape shape,
            double[] input,
            int inputOffset,
            double[] output,
            int outputOffset,
            int from,
            int to) {
        add(
                shape.inputsOfOutputs(),
                shape.inputPixels() * shape.channels(),
                shape.channels(),
                input,
                inputOffset,
                output,
                outputOffset,
                from,
                to);
    }

    /// Computes the gradient of [#sum(WindowShape, double[], int, double[], int, int, int)] with
    /// respect to its input, for images `from` to `to`: every place receives the sum of the
    /// gradients of the windows that cover it, in row-major order.
    public static void sumGradient(
            WindowShape shape,
            double[] outputGradient,
            int outputGradientOffset,
            double[] inputGradient,
            int inputGradientOffset,
            int from,
            int to) {
        add(
                shape.outputsOfInputs(),
                shape.outputPixels() * shape.channels(),
                shape.channels(),
                outputGradient,
                outputGradientOffset,
                inputGradient,
                inputGradientOffset,
                from,
                to);
    }

    private static void add(
            PlaceLists lists,
            int imageElements,
            int channels,
            double[] input,
            int inputOffset,
            double[] output,
            int outputOffset,
            int from,
            int to) {
        for (int image = from; image < to; image++) {
            int start = inputOffset + image * imageElements;
            int place = outputOffset + image * lists.count() * channels;
            for (int p = 0; p < lists.count(); p++) {
                DoubleWindow.sum(
                        input,
                        start,
                        lists.places(),
                        lists.begin(p),
                        lists.begin(p + 1),
                        channels,
                        output,
                        place + p * channels);
            }
        }
    }
}
