package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Promotion;

/// Lists the loops of [VectorWinogradProducts]; what runs until they are promoted are panels.
enum WinogradProductTwin implements Promotion.VectorForm {
    STRAIGHT_16,
    STRAIGHT_32,
    TURNED_16,
    TURNED_32;

    private static final int MOST_ROWS = 4 * WinogradProducts.ROWS;
    private static final float[] LEFT = new float[MOST_ROWS * 32];
    private static final float[] RIGHT = new float[MOST_ROWS * 32];
    private static final float[] RESULT = new float[MOST_ROWS * 32];

    private final Promotion promotion = new Promotion(this);

    /// Tells whether the vector form is to run on so many multiply-adds.
    boolean vectors(long work) {
        return promotion.vectors(work);
    }

    @Override
    public long rehearse(int vectors) {
        int rows = Math.min(MOST_ROWS, WinogradProducts.rows(vectors));
        switch (this) {
            case STRAIGHT_16 ->
                    VectorWinogradProducts.straight16(LEFT, 0, rows, RIGHT, 0, RESULT, 0);
            case STRAIGHT_32 ->
                    VectorWinogradProducts.straight32(LEFT, 0, rows, 32, RIGHT, 0, RESULT, 0);
            case TURNED_16 ->
                    VectorWinogradProducts.turned16(LEFT, 0, 16, rows, RIGHT, 0, RESULT, 0);
            case TURNED_32 ->
                    VectorWinogradProducts.turned32(LEFT, 0, 32, rows, RIGHT, 0, RESULT, 0);
        }
        return (long) rows * products();
    }

    /// Counts the multiply-adds for each row.
    private int products() {
        return switch (this) {
            case STRAIGHT_16, TURNED_16 -> 16 * 16;
            case STRAIGHT_32 -> 32 * 32;
            case TURNED_32 -> 8 * 32;
        };
    }
}
