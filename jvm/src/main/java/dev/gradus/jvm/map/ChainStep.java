package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;

/// A chain on the registers of one body: its loop where that has been promoted, else its steps one by
/// one. Both give the same bits.
final class ChainStep implements TileStep {
    private static final int VECTOR = Lanes.BITS / Float.SIZE;

    private final ChainCode code;

    /// The registers of what is given, then of what is stored.
    private final int[] registers;

    /// The registers with a number for each element.
    private final int[] tiles;

    private final TileStep[] steps;
    private final int rowLength;

    ChainStep(Chain chain, int[] registers, int[] tiles, TileStep[] steps, int rowLength) {
        this.code = ChainCode.of(chain);
        this.registers = registers;
        this.tiles = tiles;
        this.steps = steps;
        this.rowLength = rowLength;
    }

    ChainCode code() {
        return code;
    }

    @Override
    public void run(Tiles t, int n) {
        if (n < VECTOR || !code.isPromoted(n)) {
            oneByOne(t, n);
            return;
        }
        together(t, n);
    }

    /// Runs the loop over as many elements as fill vectors, and the steps over the rest.
    void together(Tiles t, int n) {
        var whole = n / VECTOR * VECTOR;
        code.loop().run(t, registers, whole, rowLength);
        if (whole < n) {
            move(t, whole);
            oneByOne(t, n - whole);
            move(t, -whole);
        }
    }

    void oneByOne(Tiles t, int n) {
        for (var step : steps) {
            step.run(t, n);
        }
    }

    private void move(Tiles t, int by) {
        for (var register : tiles) {
            t.at[register] += by;
        }
    }
}
