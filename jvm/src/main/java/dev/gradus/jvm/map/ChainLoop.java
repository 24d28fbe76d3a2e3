package dev.gradus.jvm.map;

/// The loop of a [Chain]: [ChainClass] makes a class for each chain.
interface ChainLoop {
    /// Computes the first `n` elements, as many as fill whole vectors.
    ///
    /// @param registers the registers of what is given, then of what is stored
    /// @param length the length of a row
    void run(Tiles tiles, int[] registers, int n, int length);
}
