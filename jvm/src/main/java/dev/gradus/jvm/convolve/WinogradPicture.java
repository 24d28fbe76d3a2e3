package dev.gradus.jvm.convolve;

import java.util.Arrays;

/// Cuts pictures into tiles and transforms them, one row of tiles at a time.
///
/// The transform runs down the picture first, over whole rows at once: that is one long loop, and
/// what neighbouring tiles share is computed once. Its six rows, the strip, stay in the first-level
/// cache while the transform runs across them and deals each tile's 36 numbers out to as many
/// planes, one line of channels a tile. Zeros around the picture are never copied in: places beyond
/// its sides are zeros of the strip, and only the topmost and lowest tiles gather their rows first.
final class WinogradPicture {

    private final int rows;
    private final int columns;
    private final int channels;
    private final int low;
    private final int tilesAcross;
    private final int strip;
    private final int begin;
    private final int count;
    private final int side;

    /// Describes pictures of `rows × columns`, before which lie `lowRows` and `lowColumns` of zeros.
    WinogradPicture(
            int rows, int columns, int channels, int lowRows, int lowColumns, int tilesAcross) {
        this.rows = rows;
        this.columns = columns;
        this.channels = channels;
        this.low = lowRows;
        this.tilesAcross = tilesAcross;
        int width = (tilesAcross - 1) * Winograd.TILE + Winograd.REACH;
        this.strip = width * channels;
        int first = Math.max(0, -lowColumns);
        int end = Math.min(columns, width - lowColumns);
        this.begin = first * channels;
        this.count = Math.max(0, end - first) * channels;
        this.side = (first + lowColumns) * channels;
    }

    /// Counts the elements of working memory a transform needs.
    int memory() {
        return Winograd.REACH * strip + Winograd.REACH * columns * channels;
    }

    int elements() {
        return rows * columns * channels;
    }

    /// Prepares working memory that begins at `at`, before the first call of [#transform].
    void clear(float[] memory, int at) {
        Arrays.fill(memory, at, at + Winograd.REACH * strip, 0f);
    }

    /// Transforms row `tileRow` of the tiles of the picture that begins at `start`.
    ///
    /// Number `p` of tile `i` goes to line `i` of the plane that begins at `planes + p * plane`, all
    /// in `memory`.
    void transform(
            float[] picture,
            int start,
            int tileRow,
            float[] memory,
            int at,
            int planes,
            int plane) {
        int first = tileRow * Winograd.TILE - low;
        int tap = columns * channels;
        if (first >= 0 && first + Winograd.REACH <= rows) {
            down(picture, start + first * tap + begin, memory, at);
        } else {
            int place = at + Winograd.REACH * strip;
            for (int row = first; row < first + Winograd.REACH; row++) {
                if (row >= 0 && row < rows) {
                    System.arraycopy(picture, start + row * tap, memory, place, tap);
                } else {
                    Arrays.fill(memory, place, place + tap, 0f);
                }
                place += tap;
            }
            down(memory, at + Winograd.REACH * strip + begin, memory, at);
        }
        WinogradSteps.IN_FORCE.imageAcross(
                memory,
                at,
                strip,
                channels,
                Winograd.TILE * channels,
                memory,
                planes,
                plane,
                channels,
                tilesAcross,
                channels);
    }

    private void down(float[] from, int start, float[] memory, int at) {
        int tap = columns * channels;
        WinogradSteps.IN_FORCE.imageDown(from, start, tap, memory, at + side, strip, count);
    }
}
