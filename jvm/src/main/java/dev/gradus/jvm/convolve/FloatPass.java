package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Workers;
import dev.gradus.jvm.matmul.RowsDone;

/// A float32 convolution, or one of its gradients, laid out for one shape and run many times.
///
/// A run passes through stages, one after another: weights are rearranged once for all threads,
/// then images are worked on, then sums may be put together. A stage falls into parts that stand by
/// themselves, so threads may take them in any order. How a pass is cut depends on the shape alone,
/// never on the number of threads, so it cannot change a result.
///
/// A pass owns the memory that its stages hand to each other; it serves one run at a time.
public abstract sealed class FloatPass
        permits FloatCorrelation,
                FloatDepthwise,
                FloatWeightsGradient,
                PlanarCorrelation,
                WinogradCorrelation {

    private static final float[] NOTHING = {};

    /// Multiply-adds that are worth a part of their own.
    private static final long WORTH = 1 << 20;

    /// Multiply-adds below which all is one part: what a stage leaves behind would have to travel to
    /// another processor's cache. A single picture through W3's second convolution took 51 µs on one
    /// thread and 85 on two.
    private static final long LEAST = 4 * WORTH;

    /// Parts at most: enough for several threads to end at about the same time.
    private static final int MOST = 16;

    private float[] left = NOTHING;
    private float[] right = NOTHING;
    private float[] result = NOTHING;
    private int leftOffset;
    private int rightOffset;
    private int resultOffset;
    private RowsDone done = RowsDone.NOTHING;
    private int stage;

    // made once, because a run must not allocate
    private final Workers.Part current = this::runPart;

    FloatPass() {}

    /// Runs the whole pass and returns when it is done.
    ///
    /// - forward: `left` is the input, `right` the weights, `result` the output
    /// - gradient of the input: the output's gradient, the weights, the input's gradient
    /// - gradient of the weights: the input, the output's gradient, the weights' gradient
    ///
    /// `done` is told about finished places of the result, all their channels; place `p` of image
    /// `n` is row `n * pixels + p`. Different threads may tell it about different rows at the same
    /// time. The gradient of the weights tells it nothing.
    public final void run(
            float[] left,
            int leftOffset,
            float[] right,
            int rightOffset,
            float[] result,
            int resultOffset,
            RowsDone done) {
        bind(left, leftOffset, right, rightOffset, result, resultOffset, done);
        for (int next = 0; next < stages(); next++) {
            stage = next;
            Workers.run(parts(next), current);
        }
        bind(NOTHING, 0, NOTHING, 0, NOTHING, 0, RowsDone.NOTHING);
    }

    final void bind(
            float[] left,
            int leftOffset,
            float[] right,
            int rightOffset,
            float[] result,
            int resultOffset,
            RowsDone done) {
        this.left = left;
        this.leftOffset = leftOffset;
        this.right = right;
        this.rightOffset = rightOffset;
        this.result = result;
        this.resultOffset = resultOffset;
        this.done = done;
    }

    private void runPart(int index) {
        part(stage, index);
    }

    /// Counts the stages of a run.
    abstract int stages();

    /// Counts the parts of a stage; asked after the stages before it have ended.
    abstract int parts(int stage);

    /// Runs one part of a stage, on any thread.
    abstract void part(int stage, int index);

    final float[] left() {
        return left;
    }

    final float[] right() {
        return right;
    }

    final float[] result() {
        return result;
    }

    final int leftOffset() {
        return leftOffset;
    }

    final int rightOffset() {
        return rightOffset;
    }

    final int resultOffset() {
        return resultOffset;
    }

    final void done(int from, int to) {
        done.rows(from, to);
    }

    /// Chooses into how many parts to cut `pieces` that together need `work` multiply-adds.
    static int partsOf(int pieces, long work) {
        return work < LEAST ? 1 : (int) Math.min(Math.min(MOST, pieces), work / WORTH);
    }

    /// Gives the piece at which part `index` of `parts` begins.
    static int begin(int pieces, int parts, int index) {
        return (int) ((long) pieces * index / parts);
    }
}
