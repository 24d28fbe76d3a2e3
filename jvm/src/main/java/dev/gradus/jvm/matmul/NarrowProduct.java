package dev.gradus.jvm.matmul;

import dev.gradus.jvm.Species;

/// Multiplies by a matrix no wider than one panel, and reads the left-hand rows where they are.
///
/// Copying them into a [LeftBlock] pays when several panels share the copy. With 64 columns or fewer,
/// which is what convolutions and attention often have, it made products 5 to 25 % slower, and the
/// gradient of the weights of a convolution with one channel took twice as long.
///
/// Where the panel is one vector wide, twelve rows are taken together: six sums alone wait for each
/// other. 64 products of 1024 rows by 16 columns took 750 µs with six and takes 600 with rows of 9
/// numbers, 520 and 445 with rows of 27 that are looked up; there, twelve starts are more than there
/// are registers for addresses.
final class NarrowProduct {

    /// Stands, by being empty, for the steps of a left-hand side whose rows are contiguous.
    static final int[] STRAIGHT = {};

    private static final int LANES = Species.FLOAT.length();
    private static final int ROWS = FloatTiles.ROWS;

    /// Rows of a tile that is one vector wide.
    private static final int TALL = 2 * ROWS;

    private static final int TILE_STRIDE = 4 * LANES;
    private static final float[] ZEROS = new float[TILE_STRIDE];

    private final float[] tile = new float[ROWS * TILE_STRIDE];

    /// Multiplies rows `from` to `to` by the panel at `b[bStart]`, `real` columns of which exist.
    ///
    /// Element `k` of row `i` is `a[starts[i] + shift + steps[step + k]]`; if `steps` is empty, it is
    /// `a[starts[i] + shift + step + k]`.
    void panel(
            float[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int step,
            int shift,
            float[] b,
            int bStart,
            int vectors,
            int real,
            int length,
            float[] c,
            int cOffset,
            int cRowStride,
            boolean add) {
        boolean whole = real == vectors * LANES;
        int i = from;
        if (whole) {
            for (; vectors == 1 && i + TALL <= to; i += TALL) {
                tall(
                        a,
                        starts,
                        i,
                        steps,
                        step,
                        shift,
                        b,
                        bStart,
                        length,
                        c,
                        cOffset + i * cRowStride,
                        cRowStride,
                        add);
            }
            for (; i + ROWS <= to; i += ROWS) {
                int place = cOffset + i * cRowStride;
                float[] start = add ? c : ZEROS;
                compute(
                        a,
                        starts,
                        i,
                        i + ROWS - 1,
                        steps,
                        step,
                        shift,
                        b,
                        bStart,
                        vectors,
                        length,
                        start,
                        add ? place : 0,
                        add ? cRowStride : 0,
                        c,
                        place,
                        cRowStride);
            }
        }
        for (; i < to; i += ROWS) {
            edge(
                    a,
                    starts,
                    i,
                    Math.min(to, i + ROWS),
                    steps,
                    step,
                    shift,
                    b,
                    bStart,
                    vectors,
                    real,
                    length,
                    c,
                    cOffset,
                    cRowStride,
                    add);
        }
    }

    /// Computes the tile of rows `i` to `i + 11`, all of them and one vector wide.
    private static void tall(
            float[] a,
            int[] starts,
            int i,
            int[] steps,
            int step,
            int shift,
            float[] b,
            int bStart,
            int length,
            float[] c,
            int place,
            int cRowStride,
            boolean add) {
        float[] from = add ? c : ZEROS;
        int fromStart = add ? place : 0;
        int fromStride = add ? cRowStride : 0;
        if (steps.length > 0) {
            TurnedFloatTiles.tall(
                    a,
                    starts,
                    i,
                    shift,
                    steps,
                    step,
                    b,
                    bStart,
                    length,
                    from,
                    fromStart,
                    fromStride,
                    c,
                    place,
                    cRowStride);
        } else {
            StraightFloatTiles.tall(
                    a,
                    starts,
                    i,
                    shift + step,
                    b,
                    bStart,
                    length,
                    from,
                    fromStart,
                    fromStride,
                    c,
                    place,
                    cRowStride);
        }
    }

    /// Computes a tile of which only some rows or columns exist, by way of a whole one set aside.
    private void edge(
            float[] a,
            int[] starts,
            int from,
            int to,
            int[] steps,
            int step,
            int shift,
            float[] b,
            int bStart,
            int vectors,
            int real,
            int length,
            float[] c,
            int cOffset,
            int cRowStride,
            boolean add) {
        if (add) {
            for (int i = from; i < to; i++) {
                System.arraycopy(c, cOffset + i * cRowStride, tile, (i - from) * TILE_STRIDE, real);
            }
        }
        compute(
                a,
                starts,
                from,
                to - 1,
                steps,
                step,
                shift,
                b,
                bStart,
                vectors,
                length,
                add ? tile : ZEROS,
                0,
                add ? TILE_STRIDE : 0,
                tile,
                0,
                TILE_STRIDE);
        for (int i = from; i < to; i++) {
            System.arraycopy(tile, (i - from) * TILE_STRIDE, c, cOffset + i * cRowStride, real);
        }
    }

    /// Computes the tile of rows `i` to `i + 5`, of which those beyond `last` repeat that one.
    private static void compute(
            float[] a,
            int[] starts,
            int i,
            int last,
            int[] steps,
            int step,
            int shift,
            float[] b,
            int bStart,
            int vectors,
            int length,
            float[] from,
            int fromStart,
            int fromStride,
            float[] to,
            int toStart,
            int toStride) {
        boolean turned = steps.length > 0;
        int straight = turned ? shift : shift + step;
        int a0 = straight + starts[i];
        int a1 = straight + starts[Math.min(i + 1, last)];
        int a2 = straight + starts[Math.min(i + 2, last)];
        int a3 = straight + starts[Math.min(i + 3, last)];
        int a4 = straight + starts[Math.min(i + 4, last)];
        int a5 = straight + starts[Math.min(i + 5, last)];
        if (turned) {
            if (vectors == 4) {
                TurnedFloatTiles.wide(
                        a,
                        a0,
                        a1,
                        a2,
                        a3,
                        a4,
                        a5,
                        steps,
                        step,
                        b,
                        bStart,
                        length,
                        from,
                        fromStart,
                        fromStride,
                        to,
                        toStart,
                        toStride);
            } else if (vectors == 2) {
                TurnedFloatTiles.half(
                        a,
                        a0,
                        a1,
                        a2,
                        a3,
                        a4,
                        a5,
                        steps,
                        step,
                        b,
                        bStart,
                        length,
                        from,
                        fromStart,
                        fromStride,
                        to,
                        toStart,
                        toStride);
            } else {
                TurnedFloatTiles.narrow(
                        a,
                        a0,
                        a1,
                        a2,
                        a3,
                        a4,
                        a5,
                        steps,
                        step,
                        b,
                        bStart,
                        length,
                        from,
                        fromStart,
                        fromStride,
                        to,
                        toStart,
                        toStride);
            }
        } else if (vectors == 4) {
            StraightFloatTiles.wide(
                    a,
                    a0,
                    a1,
                    a2,
                    a3,
                    a4,
                    a5,
                    b,
                    bStart,
                    length,
                    from,
                    fromStart,
                    fromStride,
                    to,
                    toStart,
                    toStride);
        } else if (vectors == 2) {
            StraightFloatTiles.half(
                    a,
                    a0,
                    a1,
                    a2,
                    a3,
                    a4,
                    a5,
                    b,
                    bStart,
                    length,
                    from,
                    fromStart,
                    fromStride,
                    to,
                    toStart,
                    toStride);
        } else {
            StraightFloatTiles.narrow(
                    a,
                    a0,
                    a1,
                    a2,
                    a3,
                    a4,
                    a5,
                    b,
                    bStart,
                    length,
                    from,
                    fromStart,
                    fromStride,
                    to,
                    toStart,
                    toStride);
        }
    }
}
