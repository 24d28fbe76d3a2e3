package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;

/// Lists the loops of [WinogradSteps], all of which exist as vector code and as plain code.
enum WinogradTwin implements Promotion.VectorForm {
    IMAGE,
    RESULT,
    RESULT_GRADIENT,
    KERNEL,
    KERNEL_GRADIENT;

    private static final int GROUPS = 64;

    /// Rows lie this far apart: the widest run, and one element more.
    private static final int TAP = GROUPS * Lanes.LOGICAL + 1;

    private static final float[] FROM = new float[Winograd.REACH * TAP];
    private static final float[] TO = new float[Winograd.REACH * TAP];
    private static int calls;

    private final Promotion promotion = new Promotion(this);

    /// Tells whether the vector form is to run, where the plain form needs so many nanoseconds.
    boolean vectors(long nanoseconds) {
        return promotion.vectors(nanoseconds);
    }

    @Override
    public long rehearse(int vectors) {
        calls = (calls + 1) % 8;
        // mostly whole vectors, as in networks
        var count = Math.min(vectors, GROUPS) * Lanes.LOGICAL + (calls == 0 ? 1 : 0);
        run(count);
        return 3L * count;
    }

    private void run(int count) {
        var form = GradualWinogradSteps.Vector.FORM;
        switch (this) {
            case IMAGE -> form.image(FROM, 0, TAP, 0, TO, 0, TAP, 0, 1, count);
            case RESULT -> form.result(FROM, 0, TAP, 0, TO, 0, TAP, 0, 1, count);
            case RESULT_GRADIENT -> form.resultGradient(FROM, 0, TAP, 0, TO, 0, TAP, 0, 1, count);
            case KERNEL -> form.kernel(FROM, 0, TAP, TO, 0, TAP, count);
            case KERNEL_GRADIENT -> form.kernelGradient(FROM, 0, TAP, TO, 0, TAP, count);
        }
    }
}
