package dev.gradus.jvm.map;

/// One operation on tiles: a call of one loop over at most [Tiles#SIZE] elements.
@FunctionalInterface
interface TileStep {
    /// Computes the first `n` elements.
    void run(Tiles tiles, int n);
}
