package dev.gradus.jvm.convolve;

import java.util.Arrays;

/// Cuts the gradients of results into tiles, which do not overlap, and transforms them, one row of
/// tiles at a time.
///
/// Tiles are read where they are. A row of which one sticks out of the picture is first copied into
/// a frame of zeros.
final class WinogradGradientPicture {

    private final int rows;
    private final int columns;
    private final int channels;
    private final int tilesAcross;
    private final int line;
    private final boolean wholeAcross;

    /// Describes pictures of `rows × columns`.
    WinogradGradientPicture(int rows, int columns, int channels) {
        this.rows = rows;
        this.columns = columns;
        this.channels = channels;
        tilesAcross = Winograd.tiles(columns);
        line = tilesAcross * Winograd.TILE * channels;
        wholeAcross = columns % Winograd.TILE == 0;
    }

    /// Counts the elements of working memory a transform needs.
    int memory() {
        return Winograd.TILE * line;
    }

    int elements() {
        return rows * columns * channels;
    }

    /// Prepares working memory that begins at `at`, before the first call of [#transform].
    void clear(float[] memory, int at) {
        if (!wholeAcross) {
            Arrays.fill(memory, at, at + memory(), 0f);
        }
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
        int first = tileRow * Winograd.TILE;
        int there = Math.min(Winograd.TILE, rows - first);
        int tap = columns * channels;
        if (wholeAcross && there == Winograd.TILE) {
            transform(picture, start + first * tap, tap, memory, planes, plane);
            return;
        }
        for (int row = 0; row < there; row++) {
            System.arraycopy(picture, start + (first + row) * tap, memory, at + row * line, tap);
        }
        Arrays.fill(memory, at + there * line, at + memory(), 0f);
        transform(memory, at, line, memory, planes, plane);
    }

    private void transform(
            float[] from, int at, int fromRow, float[] memory, int planes, int plane) {
        WinogradSteps.IN_FORCE.resultGradient(
                from,
                at,
                fromRow,
                channels,
                Winograd.TILE * channels,
                memory,
                planes,
                plane,
                channels,
                tilesAcross,
                channels);
    }
}
