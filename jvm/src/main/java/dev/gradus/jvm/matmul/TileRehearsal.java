package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;

/// Multiplies small matrices by way of each kind of tile, for [dev.gradus.jvm.Promotion].
final class TileRehearsal {
    private static final int ROWS = FloatTiles.ROWS;

    /// Rows of a block: three tiles and a row by itself, enough to be turned by whole vectors.
    private static final int BLOCK_ROWS = 3 * ROWS + 1;

    private static final int DEPTH = 128;
    private static final int LANES = Species.FLOAT.length();

    /// Columns of the widest panel.
    private static final int PANEL = TileTwin.WIDEST * LANES;

    private static final int WIDTH = 2 * PANEL;
    private static final float[] LEFT = new float[BLOCK_ROWS * DEPTH];
    private static final float[] RIGHT = new float[DEPTH * WIDTH];
    private static final float[] PRODUCT = new float[BLOCK_ROWS * WIDTH];
    private static final int[] STARTS = new int[BLOCK_ROWS];
    private static final int[] STEPS = new int[DEPTH];
    private static final int[] TURNED_STARTS = new int[BLOCK_ROWS];
    private static final int[] TURNED_STEPS = new int[DEPTH];
    private static final FloatPanels PANELS = new VectorFloatPanels();
    private static int calls;

    static {
        for (var i = 0; i < BLOCK_ROWS; i++) {
            STARTS[i] = i * DEPTH;
            TURNED_STARTS[i] = i;
        }
        for (var k = 0; k < DEPTH; k++) {
            STEPS[k] = k;
            TURNED_STEPS[k] = k * BLOCK_ROWS;
        }
    }

    private TileRehearsal() {}

    /// Runs the tile on rows of `length` and returns how many multiply-adds that were.
    static long run(TileTwin tile, int columns, int length) {
        var depth = Math.min(length, DEPTH);
        calls = (calls + 1) % 8;
        // now and then a tile of which only a part exists
        var edge = calls == 0;
        var accumulate = calls % 2 == 0;
        return switch (tile) {
            case BLOCK_WIDE, BLOCK_HALF, BLOCK_NARROW -> {
                block(edge, PANEL + columns, depth, accumulate);
                yield (long) BLOCK_ROWS * depth * (PANEL + columns);
            }
            case STRAIGHT_WIDE, STRAIGHT_HALF, STRAIGHT_NARROW -> {
                var rows = rows(tile == TileTwin.STRAIGHT_NARROW, edge);
                PANELS.pack(RIGHT, 0, WIDTH, 1, depth, edge ? columns - 1 : columns);
                straight(rows, depth, accumulate);
                yield (long) rows * depth * columns;
            }
            case TURNED_WIDE, TURNED_HALF, TURNED_NARROW -> {
                var rows = rows(tile == TileTwin.TURNED_NARROW, edge);
                PANELS.pack(RIGHT, 0, WIDTH, 1, depth, edge ? columns - 1 : columns);
                turned(rows, STARTS, STEPS, depth, accumulate);
                yield (long) rows * depth * columns;
            }
            case ROW -> {
                // eight vectors, two, and some elements; the rows of the matrix overlap
                var width = edge ? columns + 2 * LANES + 7 : columns;
                RowProduct.multiply(LEFT, 0, 1, RIGHT, 0, LANES, PRODUCT, 0, width, depth);
                yield (long) depth * width;
            }
        };
    }

    /// Counts rows of one tile, or of a tall one and a short one.
    private static int rows(boolean narrow, boolean edge) {
        return (narrow ? 3 * ROWS : ROWS) - (edge ? 1 : 0);
    }

    private static void block(boolean edge, int columns, int depth, boolean accumulate) {
        var width = edge ? columns - 1 : columns;
        var rows = edge ? BLOCK_ROWS - 2 : BLOCK_ROWS;
        switch (calls) {
            case 1, 5 -> PANELS.pack(RIGHT, 0, WIDTH, 1, depth, width);
            case 3 -> PANELS.borrow(RIGHT, 0, 1, DEPTH, depth, width);
            default -> PANELS.borrow(RIGHT, 0, WIDTH, 1, depth, width);
        }
        if (calls == 6) {
            turned(rows, TURNED_STARTS, TURNED_STEPS, depth, accumulate);
        } else {
            straight(rows, depth, accumulate);
        }
    }

    private static void straight(int rows, int depth, boolean accumulate) {
        PANELS.multiply(LEFT, STARTS, 0, rows, 0, 0, depth, PRODUCT, 0, WIDTH, accumulate);
    }

    private static void turned(int rows, int[] starts, int[] steps, int depth, boolean accumulate) {
        PANELS.multiplyTurned(
                LEFT, starts, 0, rows, steps, 0, 0, depth, PRODUCT, 0, WIDTH, accumulate);
    }
}
