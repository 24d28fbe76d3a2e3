package dev.gradus.jvm.convolve;

/// Computes the gradient of a convolution's weights, a sum over all images.
///
/// The images are cut into stretches; each has a sum of its own, so that threads can work on
/// different stretches, and the sums are added up in the order of the images. How many stretches
/// there are depends on the shape alone.
abstract sealed class FloatWeightsGradient extends FloatPass
        permits DirectWeightsGradient, GroupedWeightsGradient, WinogradWeightsGradient {

    /// Multiply-adds of a direct convolution that are worth a sum of their own.
    private static final long WORK = 1 << 21;

    /// Places of the output that are worth a sum of their own, which has to be cleared, put back and
    /// added up however few they are.
    private static final long PLACES = 1 << 10;

    private static final int MOST_STRETCHES = 8;
    private static final int PIECE = 4096;

    private final ConvolveShape shape;
    private final int size;
    private final float[][] sums;

    FloatWeightsGradient(ConvolveShape shape) {
        this.shape = shape;
        size = shape.weightRows() * shape.outputChannels();
        int stretches = stretches(shape);
        sums = new float[stretches][stretches == 1 ? 0 : size];
    }

    /// Counts the stretches into which the images of `shape` are cut: a power of two, so that they
    /// can be shared out evenly.
    static int stretches(ConvolveShape shape) {
        long places = (long) shape.batch() * shape.outputPixels();
        long work = places * shape.weightRows() * shape.outputChannels();
        long most =
                Math.min(
                        Math.min(MOST_STRETCHES, shape.batch()),
                        Math.min(work / WORK, places / PLACES));
        return Math.max(1, (int) Long.highestOneBit(most));
    }

    /// Gives the image at which stretch `index` begins.
    static int begin(ConvolveShape shape, int index) {
        return begin(shape.batch(), stretches(shape), index);
    }

    @Override
    final int stages() {
        return sums.length == 1 ? 1 : 2;
    }

    @Override
    final int parts(int stage) {
        return stage == 0 ? sums.length : (size + PIECE - 1) / PIECE;
    }

    @Override
    final void part(int stage, int index) {
        if (stage == 1) {
            addUp(index * PIECE, Math.min(size, (index + 1) * PIECE));
        } else if (sums.length == 1) {
            sum(0, shape.batch(), result(), resultOffset());
        } else {
            sum(begin(shape, index), begin(shape, index + 1), sums[index], 0);
        }
    }

    private void addUp(int from, int to) {
        for (int i = 1; i < sums.length; i++) {
            add(sums[i], sums[0], from, to);
        }
        System.arraycopy(sums[0], from, result(), resultOffset() + from, to - from);
    }

    private static void add(float[] x, float[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += x[i];
        }
    }

    /// Writes the gradient from images `from` to `to` alone to `gradient`, beginning at `place`.
    abstract void sum(int from, int to, float[] gradient, int place);
}
