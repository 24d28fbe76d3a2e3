package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;

/// Lists the loops of [WinogradSteps], all of which exist as vector code and as plain code.
enum WinogradTwin implements Promotion.VectorForm {
    IMAGE_DOWN,
    IMAGE_ACROSS,
    RESULT,
    RESULT_GRADIENT,
    KERNEL,
    KERNEL_GRADIENT;

    private static final int GROUPS = 64;

    /// Rows lie this far apart: the widest run, and one element more.
    private static final int TAP = GROUPS * Lanes.LOGICAL + 1;

    /// Lines and planes of tiles lie this far apart, over each other: what they hold does not matter.
    private static final int LINE = 5 * Lanes.LOGICAL;

    private static final float[] FROM = new float[Winograd.REACH * TAP];
    private static final float[] TO = new float[Winograd.REACH * TAP];
    private static int calls;

    private final Promotion promotion = new Promotion(this);

    /// Tells whether the vector form is to run on so many elements.
    boolean vectors(long elements) {
        return promotion.vectors(cost() * elements);
    }

    @Override
    public long rehearse(int vectors) {
        calls = (calls + 1) % 8;
        // mostly whole vectors, as in networks
        var count = Math.min(vectors, GROUPS) * Lanes.LOGICAL + (calls == 0 ? 1 : 0);
        run(count);
        return cost() * count;
    }

    /// Gives the nanoseconds that the plain form needs for an element, roughly.
    private long cost() {
        return switch (this) {
            case IMAGE_DOWN, KERNEL, KERNEL_GRADIENT -> 3;
            case IMAGE_ACROSS -> 18;
            case RESULT, RESULT_GRADIENT -> 30;
        };
    }

    private void run(int count) {
        var form = GradualWinogradSteps.Vector.FORM;
        switch (this) {
            case IMAGE_DOWN -> form.imageDown(FROM, 0, TAP, TO, 0, TAP, count);
            case IMAGE_ACROSS -> form.imageAcross(FROM, 0, LINE, LINE, 0, TO, 0, LINE, 0, 1, count);
            case RESULT -> form.result(FROM, 0, LINE, 0, TO, 0, LINE, LINE, 0, 1, count);
            case RESULT_GRADIENT ->
                    form.resultGradient(FROM, 0, LINE, LINE, 0, TO, 0, LINE, 0, 1, count);
            case KERNEL -> form.kernel(FROM, 0, TAP, TO, 0, TAP, count);
            case KERNEL_GRADIENT -> form.kernelGradient(FROM, 0, TAP, TO, 0, TAP, count);
        }
    }
}
