package dev.gradus.jvm.map;

import dev.gradus.jvm.Lanes;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.backend.Buffer;
import java.util.Arrays;

/// The registers of an elementwise program on one thread: each holds a tile of numbers, or points
/// at the place in a buffer where they stand already.
///
/// A tile of 1,024 `float`s is 4 KB: a handful of them stay in the first-level cache.
public final class Tiles {
    /// How many elements a tile holds.
    public static final int SIZE = 1024;

    private static final ThreadLocal<Tiles> OF_THREAD = ThreadLocal.withInitial(Tiles::new);

    float[][] floats = new float[0][];
    double[][] doubles = new double[0][];
    int[][] ints = new int[0][];
    long[][] longs = new long[0][];
    byte[][] bytes = new byte[0][];

    /// Where the tile of each register begins.
    int[] at = new int[0];

    /// How many elements of a row that repeats the tile of a register holds already.
    int[] loaded = new int[0];

    /// The running results of a row, 16 for each reduction that goes on at the same time.
    final float[] lanes = new float[Chain.MOST_REDUCTIONS * Lanes.LOGICAL];

    /// The flat index of the first element of the tile, for random numbers.
    int start;

    private float[][] ownFloats = new float[0][];
    private double[][] ownDoubles = new double[0][];
    private int[][] ownInts = new int[0][];
    private long[][] ownLongs = new long[0][];
    private byte[][] ownBytes = new byte[0][];

    Tiles() {}

    /// Returns the registers of the calling thread.
    public static Tiles ofThisThread() {
        return OF_THREAD.get();
    }

    /// Makes room for `count` registers.
    void require(int count) {
        if (at.length < count) {
            floats = Arrays.copyOf(floats, count);
            doubles = Arrays.copyOf(doubles, count);
            ints = Arrays.copyOf(ints, count);
            longs = Arrays.copyOf(longs, count);
            bytes = Arrays.copyOf(bytes, count);
            at = new int[count];
            loaded = new int[count];
            ownFloats = Arrays.copyOf(ownFloats, count);
            ownDoubles = Arrays.copyOf(ownDoubles, count);
            ownInts = Arrays.copyOf(ownInts, count);
            ownLongs = Arrays.copyOf(ownLongs, count);
            ownBytes = Arrays.copyOf(ownBytes, count);
        }
    }

    /// Lets a register point into `buffer`.
    void point(int register, Buffer buffer, int offset) {
        at[register] = offset;
        switch (buffer) {
            case Buffer.Floats b -> floats[register] = b.values;
            case Buffer.Doubles b -> doubles[register] = b.values;
            case Buffer.Integers b -> ints[register] = b.values;
            case Buffer.Longs b -> longs[register] = b.values;
            case Buffer.Bytes b -> bytes[register] = b.values;
        }
    }

    /// Lets a register point at tile number `tile` of this thread's own.
    void own(int register, DType type, int tile) {
        at[register] = 0;
        switch (type) {
            case FLOAT32 -> {
                if (ownFloats[tile] == null) {
                    ownFloats[tile] = new float[SIZE];
                }
                floats[register] = ownFloats[tile];
            }
            case FLOAT64 -> {
                if (ownDoubles[tile] == null) {
                    ownDoubles[tile] = new double[SIZE];
                }
                doubles[register] = ownDoubles[tile];
            }
            case INT32 -> {
                if (ownInts[tile] == null) {
                    ownInts[tile] = new int[SIZE];
                }
                ints[register] = ownInts[tile];
            }
            case INT64 -> {
                if (ownLongs[tile] == null) {
                    ownLongs[tile] = new long[SIZE];
                }
                longs[register] = ownLongs[tile];
            }
            case UINT8, BOOL -> {
                if (ownBytes[tile] == null) {
                    ownBytes[tile] = new byte[SIZE];
                }
                bytes[register] = ownBytes[tile];
            }
        }
    }

    /// Returns the array a register points into.
    public Object array(int register, DType type) {
        return switch (type) {
            case FLOAT32 -> floats[register];
            case FLOAT64 -> doubles[register];
            case INT32 -> ints[register];
            case INT64 -> longs[register];
            case UINT8, BOOL -> bytes[register];
        };
    }

    /// Returns where the tile of a register begins in its array.
    public int at(int register) {
        return at[register];
    }
}
