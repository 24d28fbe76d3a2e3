package dev.gradus.jvm.convolve;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;

/// Lists the loops over planes that exist as vector code and as plain code.
enum PlaneTwin implements Promotion.VectorForm {
    ONE,
    TWO,
    THREE,
    FOUR,
    TURN;

    private static final int LINKS = 64;
    private static final int LINES = Lanes.LOGICAL + 1;
    private static final int ROOM = 2 * FloatPlanes.SLACK;
    private static final int[] STEPS = new int[LINKS];
    private static final int[] STARTS = new int[LINES];
    private static final float[] PLANES = new float[ROOM];
    private static final float[] WEIGHTS = new float[LINKS * FloatPlanes.MOST_COLUMNS];
    private static final float[] SUMS = new float[ROOM * FloatPlanes.MOST_COLUMNS];
    private static final float[] TURNED = new float[LINES * LINES];

    private final Promotion promotion = new Promotion(this);

    /// Returns the loop that computes so many columns together.
    static PlaneTwin ofColumns(int columns) {
        return switch (columns) {
            case 1 -> ONE;
            case 2 -> TWO;
            case 3 -> THREE;
            case 4 -> FOUR;
            default -> throw new IllegalArgumentException(columns + " columns: expected 1 to 4");
        };
    }

    /// Tells whether the vector form is to run, over `links` links of chains or numbers to turn.
    boolean vectors(long links) {
        return promotion.vectors(links);
    }

    @Override
    public long rehearse(int vectors) {
        return this == TURN ? turn() : chains(ordinal() + 1, Math.min(vectors, LINKS));
    }

    private static long turn() {
        // one line and one element more than a square
        GradualFloatPlanes.Vector.FORM.turn(PLANES, 0, STARTS, LINES, LINES, TURNED, 0, LINES);
        return (long) LINES * LINES;
    }

    private static long chains(int columns, int links) {
        var steps = links == LINKS ? STEPS : new int[links];
        GradualFloatPlanes.Vector.FORM.chains(
                columns,
                PLANES,
                0,
                steps,
                WEIGHTS,
                0,
                FloatPlanes.MOST_COLUMNS,
                SUMS,
                0,
                ROOM,
                FloatPlanes.SLACK);
        return (long) columns * links * FloatPlanes.SLACK;
    }
}
