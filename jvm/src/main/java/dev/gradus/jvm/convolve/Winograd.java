package dev.gradus.jvm.convolve;

import java.util.Locale;

/// Convolves by 3×3 kernels with a quarter of the multiplications: Winograd's F(4×4, 3×3).
///
/// A tile of 6×6 places of the input is taken as values of a polynomial, and so is the kernel; at
/// six points in each direction their product is a single multiplication, and 4×4 places of the
/// output are read off the products. So 36 products stand in for 144. With channels, each of the 36
/// is a matrix product `tiles × channels × outputs`, which [dev.gradus.jvm.matmul.FloatPanels]
/// computes; the transforms before and after ([WinogradSteps]) cost about 12 operations for each
/// number read, once for all outputs. The gradient of the input is a convolution with the turned
/// kernel; the gradient of the weights runs the same transforms transposed (Lavin and Gray, "Fast
/// Algorithms for Convolutional Neural Networks", 2015).
///
/// The points are 0, ±3/4, ±3/2 and infinity. With the usual 0, ±1, ±2 and infinity the largest
/// error is four times as large; here it stays near 1e-5 of the output's root mean square (a direct
/// sum: 1e-6), and every constant of the image's and the result's matrices is still exact in
/// binary.
///
/// Counted as direct arithmetic, one core at 2.7 GHz with AVX-512 runs 3×3 kernels over 16, 32 and 64
/// channels at about 310, 480 and 520 GFLOP/s forward where the direct way gives 77, 115 and 125
/// (`ConvolveSpeed`, batch 64, pictures of 32, 16 and 8 places).
///
/// A pass takes this way if it has at least 16 channels on both sides and at least half of what its
/// tiles cover lies inside the picture; see [#suits]. The system property `gradus.winograd`, read
/// once, turns it off: `off` computes every convolution directly, `on` is the default.
public final class Winograd {

    /// Names the system property that turns the method `on` or `off`.
    public static final String PROPERTY = "gradus.winograd";

    /// Places of an output's tile along one axis.
    static final int TILE = 4;

    /// Places of an input's tile along one axis.
    static final int REACH = 6;

    /// Products that a tile needs for each pair of channels.
    static final int PRODUCTS = REACH * REACH;

    /// Elements left free at the beginning of working memory. An array's numbers begin 16 bytes into
    /// it, and a large array begins at a line of the cache: so planes do, too, and vectors of 64
    /// bytes do not lie across two lines each.
    static final int BASE = 12;

    /// Elements of a block's planes, before and after the products: a quarter of a megabyte, a small
    /// part of the second-level cache, most of which the kernels and what comes and goes need.
    private static final int BLOCK_ELEMENTS = 1 << 16;

    /// The smaller point.
    static final float A = 0.75f;

    /// The larger point.
    static final float B = 1.5f;

    static final float AA = A * A;
    static final float BB = B * B;
    static final float AAA = AA * A;
    static final float BBB = BB * B;
    static final float AABB = AA * BB;
    static final float SUM = AA + BB;

    /// Divide a kernel's values at 0, at ±A and at ±B.
    static final float AT_ZERO = (float) (1.0 / AABB);

    static final float AT_A = (float) (1.0 / (2.0 * AA * (AA - BB)));
    static final float AT_B = (float) (1.0 / (2.0 * BB * (BB - AA)));
    static final float A_AT_A = (float) (A / (2.0 * AA * (AA - BB)));
    static final float B_AT_B = (float) (B / (2.0 * BB * (BB - AA)));
    static final float AA_AT_A = (float) (AA / (2.0 * AA * (AA - BB)));
    static final float BB_AT_B = (float) (BB / (2.0 * BB * (BB - AA)));

    private static final int LEAST_CHANNELS = 16;

    private static final boolean ON = on();

    private Winograd() {}

    private static boolean on() {
        String wanted = System.getProperty(PROPERTY, "on").toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "on" -> true;
            case "off" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "the system property "
                                    + PROPERTY
                                    + " is \""
                                    + wanted
                                    + "\", expected on or off");
        };
    }

    /// Tells whether passes over `shape` are to be computed this way.
    static boolean chosen(ConvolveShape shape) {
        return ON && fits(shape) && suits(shape);
    }

    /// Tells whether `shape` can be computed this way at all: a 3×3 kernel over two axes in steps of
    /// one, in one group.
    static boolean fits(ConvolveShape shape) {
        return shape.groups() == 1
                && shape.input(0) == 1
                && shape.framed(0) == 1
                && shape.kernel(0) == 1
                && shape.batch() > 0
                && shape.outputPixels() > 0
                && shape.inputPixels() > 0
                && fits(shape, 1)
                && fits(shape, 2);
    }

    private static boolean fits(ConvolveShape shape, int axis) {
        return shape.kernel(axis) == 3 && shape.stride(axis) == 1 && shape.dilation(axis) == 1;
    }

    /// Tells whether it pays, by channels and pixels alone, so that the answer is the same on every
    /// machine.
    private static boolean suits(ConvolveShape shape) {
        return shape.channels() >= LEAST_CHANNELS
                && shape.outputChannels() >= LEAST_CHANNELS
                && filled(shape.output(1)) * filled(shape.output(2)) >= 0.5
                && filled(shape.input(1)) * filled(shape.input(2)) >= 0.5;
    }

    /// Gives the part of the tiles along an axis that lies inside the picture.
    private static double filled(int size) {
        return size / (double) (tiles(size) * TILE);
    }

    static int tiles(int size) {
        return (size + TILE - 1) / TILE;
    }

    /// Spaces the planes of 36 products so that they do not fall on the same lines of the cache.
    static int plane(int elements) {
        return (elements + 31) / 32 * 32 + 16;
    }

    /// Counts the tiles to take together where each needs `channels` on both sides of the products: at
    /// least `least`, however many channels there are.
    static int tilesTogether(int channels, int least) {
        return Math.max(least, BLOCK_ELEMENTS / (PRODUCTS * channels));
    }

    /// Chooses how many rows of tiles to take together: at most `limit` tiles and `share` rows, in
    /// such a number that few of the rows that are multiplied together are left empty.
    static int blockRows(int tilesAcross, int limit, int share) {
        int most = Math.max(1, Math.min(share, limit / tilesAcross));
        int best = most;
        for (int rows = most; rows > most / 2; rows--) {
            if (waste(rows * tilesAcross) < waste(best * tilesAcross) - 0.01) {
                best = rows;
            }
        }
        return best;
    }

    private static double waste(int tiles) {
        return WinogradProducts.rows(tiles) / (double) tiles;
    }
}
