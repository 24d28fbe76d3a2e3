package dev.gradus.jvm.map;

import dev.gradus.tensor.DType;

/// Runs loops of chains on tiles of its own, for [dev.gradus.jvm.Promotion].
final class ChainRehearsal {
    private static final Tiles TILES = new Tiles();

    /// How many tiles hold something to read.
    private static int filled;

    private ChainRehearsal() {}

    /// Runs `loop` once over `n` elements in rows of `length`. It reads the first tiles and writes
    /// others, so that what is read stays what it was.
    static synchronized void run(ChainLoop loop, Chain chain, int n, int length) {
        var read = chain.given().size();
        var registers = new int[read + chain.stored().size()];
        fill(registers.length);
        for (var i = 0; i < registers.length; i++) {
            registers[i] = i < read ? i : filled + i;
        }
        loop.run(TILES, registers, n, length);
    }

    private static void fill(int count) {
        if (count <= filled) {
            return;
        }
        TILES.require(3 * count);
        for (var tile = 0; tile < 3 * count; tile++) {
            TILES.own(tile, DType.FLOAT32, tile);
            TILES.own(tile, DType.BOOL, tile);
            for (var i = 0; i < Tiles.SIZE; i++) {
                TILES.floats[tile][i] = (tile + i) % 29 / 16f;
                TILES.bytes[tile][i] = (byte) ((tile + i) % 3 == 0 ? 1 : 0);
            }
        }
        filled = count;
    }
}
