package dev.gradus.jvm.window;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;

/// Lists the loops of [FloatWindow], all of which exist as vector code and as plain code.
enum WindowTwin implements Promotion.VectorForm {
    MAXIMUM,
    INDEX_OF_MAXIMUM,
    WRITE_AT_MAXIMUM,
    ADD_AT_MAXIMUM,
    SUM;

    private static final int PLACES = 4;
    private static final int WINDOWS = 4;
    private static final int GROUPS = 4;

    /// Channels that fill vectors, and one more.
    private static final int CHANNELS = GROUPS * Lanes.LOGICAL + 1;

    private static final int[] LIST = {0, 1, 2, 3};
    private static final float[] IMAGE = new float[WINDOWS * PLACES * CHANNELS];
    private static final float[] NUMBERS = new float[WINDOWS * CHANNELS];
    private static final float[] GRADIENT = new float[WINDOWS * PLACES * CHANNELS];
    private static final long[] INDICES = new long[WINDOWS * CHANNELS];

    private final Promotion promotion = new Promotion(this);

    /// Tells whether the vector form is to run, where the plain form needs so many nanoseconds.
    boolean vectors(long nanoseconds) {
        return promotion.vectors(nanoseconds);
    }

    @Override
    public long rehearse(int vectors) {
        var groups = Math.clamp(vectors / PLACES, 1, GROUPS);
        var windows = Math.clamp(vectors / (PLACES * GROUPS), 1, WINDOWS);
        run(PLACES, windows, groups * Lanes.LOGICAL + 1);
        // another number of places than the four that have loops of their own
        run(PLACES - 1, windows, groups * Lanes.LOGICAL + 1);
        // too few channels for a vector, and a window wholly in padding
        run(1, 1, 1);
        run(0, 1, Lanes.LOGICAL);
        return (long) (PLACES + PLACES - 1) * windows * groups * Lanes.LOGICAL;
    }

    private void run(int places, int windows, int channels) {
        var form = GradualFloatWindow.Vector.FORM;
        switch (this) {
            case MAXIMUM ->
                    form.maximum(IMAGE, 0, LIST, 0, places, places, windows, channels, NUMBERS, 0);
            case INDEX_OF_MAXIMUM ->
                    form.indexOfMaximum(
                            IMAGE, 0, 0, LIST, 0, places, places, windows, channels, INDICES, 0);
            case WRITE_AT_MAXIMUM ->
                    form.writeAtMaximum(
                            IMAGE, 0, LIST, 0, places, places, windows, channels, NUMBERS, 0,
                            GRADIENT, 0);
            case ADD_AT_MAXIMUM ->
                    form.addAtMaximum(
                            IMAGE, 0, LIST, 0, places, places, windows, channels, NUMBERS, 0,
                            GRADIENT, 0);
            case SUM -> form.sum(IMAGE, 0, LIST, 0, places, places, windows, channels, NUMBERS, 0);
        }
    }
}
