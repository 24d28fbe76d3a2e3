package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;

/// Lists the loops of a depthwise convolution that exist as vector code and as plain code.
enum ChainTwin implements Promotion.VectorForm {
    RUN,
    FOUR;

    private static final int LINKS = 64;
    private static final int[] PLACES = new int[LINKS];
    private static final int[] SHIFTS = new int[4];
    private static final float[] LEFT = new float[2 * Lanes.LOGICAL];
    private static final float[] RIGHT = new float[LINKS * 2 * Lanes.LOGICAL];
    private static final float[] SUMS = new float[2 * Lanes.LOGICAL];

    private final Promotion promotion = new Promotion(this);

    /// Tells whether the vector form is to run, over `links` links of chains.
    boolean vectors(long links) {
        return promotion.vectors(links);
    }

    @Override
    public long rehearse(int vectors) {
        var links = Math.min(vectors, LINKS);
        // one element more than fill vectors, and none
        for (var channels : new int[] {Lanes.LOGICAL + 1, 0}) {
            if (this == FOUR) {
                GradualFloatChains.Vector.FORM.four(
                        LEFT, PLACES, links, 0, SHIFTS, 0, RIGHT, 0, SUMS, 0, 0, channels);
                continue;
            }
            for (var accumulate : new boolean[] {true, false}) {
                GradualFloatChains.Vector.FORM.run(
                        LEFT, PLACES, links, 0, RIGHT, 0, SUMS, 0, channels, accumulate);
            }
        }
        return (this == FOUR ? 4L : 2L) * links * Lanes.LOGICAL;
    }
}
