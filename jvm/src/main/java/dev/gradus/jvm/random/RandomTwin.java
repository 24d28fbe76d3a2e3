package dev.gradus.jvm.random;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;

/// Lists the loops of [RandomLoops] that exist as vector code and as plain code.
enum RandomTwin implements Promotion.VectorForm {
    FILL;

    private static final int GROUPS = 64;
    private static final float[] NUMBERS = new float[GROUPS * Lanes.LOGICAL];
    private static final long ANY_STREAM = 0x1234_5678_9abc_def0L;

    private final Promotion promotion = new Promotion(this);

    /// Tells whether the vector form is to run, over `n` elements.
    boolean vectors(int n) {
        return promotion.vectors(2L * n);
    }

    @Override
    public long rehearse(int vectors) {
        var n = Math.min(vectors, GROUPS) * Lanes.LOGICAL;
        VectorRandom.fill(ANY_STREAM, 0, NUMBERS, 0, n);
        return 2L * n;
    }
}
