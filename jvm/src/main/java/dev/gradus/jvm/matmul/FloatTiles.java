package dev.gradus.jvm.matmul;

/// Computes one small tile of a matrix product, six rows high, without leaving the registers.
///
/// A tile of 6 rows × 4 vectors needs 24 registers for its sums, 4 for a row of `b` and 1 for an
/// element of `a`: that fills the 32 registers of AVX-512 and NEON, and each element loaded is used
/// 4 or 6 times. With 16 registers, 6 × 2 is the widest that fits. The sums are written out as
/// local variables because an array of vectors would live in memory.
///
/// Sums start from the tile at `from` and end in the tile at `to`, which may be the same: a product
/// that does not accumulate reads its start from a row of zeros (stride 0), so the kernel has no
/// branch. `a0` to `a5` are the places where the six rows of the left-hand side begin; they may
/// repeat where a matrix has fewer rows left.
///
/// One core at 2.7 GHz with AVX-512 runs the tile alone at 148 (6 × 4), 127 (6 × 2) and 135 (in
/// place) GFLOP/s; `MatMulSpeed` measures whole products.
final class FloatTiles {

    /// Counts the rows of a tile.
    static final int ROWS = 6;

    /// Stands, by being empty, for the steps of a left-hand side whose rows are contiguous.
    static final int[] STRAIGHT = {};

    private FloatTiles() {}

    /// Computes the tile of rows `i` to `i + 5`, of which those beyond `last` repeat that one.
    ///
    /// `bStep` is 0 for a packed panel, else the distance between the rows of a borrowed matrix.
    static void compute(
            float[] a,
            int[] starts,
            int i,
            int last,
            int[] steps,
            int step,
            int shift,
            float[] b,
            int bStart,
            int bStep,
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
        } else if (bStep != 0) {
            StraightFloatTiles.inPlace(
                    a,
                    a0,
                    a1,
                    a2,
                    a3,
                    a4,
                    a5,
                    b,
                    bStart,
                    bStep,
                    length,
                    from,
                    fromStart,
                    fromStride,
                    to,
                    toStart,
                    toStride);
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
