package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Lanes;
import dev.gradus.jvm.Promotion;

/// Lists the tiles of a product, whose plain form is all of [ScalarFloatPanels].
///
/// Those of [NarrowProduct] read left-hand rows in place, straight or turned; those of a
/// [PanelProduct] read a [LeftBlock], however it came about. A [RowProduct] has no tiles, but its
/// plain form is the same.
enum TileTwin implements Promotion.VectorForm {
    BLOCK_WIDE(4),
    BLOCK_HALF(2),
    BLOCK_NARROW(1),
    STRAIGHT_WIDE(4),
    STRAIGHT_HALF(2),
    STRAIGHT_NARROW(1),
    TURNED_WIDE(4),
    TURNED_HALF(2),
    TURNED_NARROW(1),
    ROW(8);

    /// Multiply-adds the plain form does in a nanosecond.
    private static final int SPEED = 8;

    private static final int LANES = Math.max(4, Lanes.BITS / 32);

    /// Counts the vectors of the widest panel: 4 where there are 32 vector registers.
    static final int WIDEST =
            LANES == 16 || System.getProperty("os.arch").equals("aarch64") ? 4 : 2;

    private final int vectors;
    private final Promotion promotion = new Promotion(this);

    TileTwin(int vectors) {
        this.vectors = vectors;
    }

    /// Tells whether all tiles are fast that a product by a matrix of `columns` columns needs.
    ///
    /// @param turned whether the rows of the left-hand matrix are not contiguous
    /// @param products how many multiply-adds there are to do
    static boolean allFast(boolean turned, int columns, long products) {
        var vectors = (columns + LANES - 1) / LANES;
        var narrow = columns <= WIDEST * LANES;
        var work = products / SPEED;
        // every tile is told of the work, fast or not
        var all = columns > 0;
        if (WIDEST == 4 && vectors >= 4) {
            all &= choose(narrow, turned, BLOCK_WIDE, STRAIGHT_WIDE, TURNED_WIDE).vectors(work);
        }
        if (WIDEST == 4 ? vectors % 4 >= 2 : vectors >= 2) {
            all &= choose(narrow, turned, BLOCK_HALF, STRAIGHT_HALF, TURNED_HALF).vectors(work);
        }
        if (vectors % 2 == 1) {
            all &=
                    choose(narrow, turned, BLOCK_NARROW, STRAIGHT_NARROW, TURNED_NARROW)
                            .vectors(work);
        }
        return all;
    }

    /// Tells whether a [RowProduct] is fast.
    static boolean rowIsFast(long products) {
        return ROW.promotion.vectors(products / SPEED);
    }

    private static Promotion choose(
            boolean narrow, boolean turned, TileTwin block, TileTwin straight, TileTwin scattered) {
        return (!narrow ? block : turned ? scattered : straight).promotion;
    }

    @Override
    public long rehearse(int depth) {
        return TileRehearsal.run(this, vectors * LANES, depth) / SPEED;
    }
}
