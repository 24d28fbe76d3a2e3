package dev.gradus.jvm.map;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Turns 16 truth values between bytes in an array (0 is false) and the lowest 16 bits of a `long`.
final class Truth {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SEVENS = 0x7f7f7f7f7f7f7f7fL;

    /// Multiplied with, brings bit 0 of byte k to bit 56 + k; no two products meet, so nothing
    /// carries.
    private static final long GATHER = 0x0102040810204080L;

    /// Multiplied with, brings bit k of seven bits to bit 0 of byte k.
    private static final long SPREAD = 0x0002040810204081L;

    private Truth() {}

    /// Reads 16 bytes; every value other than 0 is true.
    static long load(byte[] array, int offset) {
        return gather((long) EIGHT.get(array, offset))
                | gather((long) EIGHT.get(array, offset + 8)) << 8;
    }

    /// Writes 16 bytes, each 0 or 1.
    static void store(long bits, byte[] array, int offset) {
        EIGHT.set(array, offset, spread(bits));
        EIGHT.set(array, offset + 8, spread(bits >>> 8));
    }

    /// Reads 8 bytes.
    static long loadEight(byte[] array, int offset) {
        return gather((long) EIGHT.get(array, offset));
    }

    /// Writes 8 bytes, each 0 or 1.
    static void storeEight(long bits, byte[] array, int offset) {
        EIGHT.set(array, offset, spread(bits));
    }

    /// Makes bits of the 8 bytes of a `long`.
    static long gather(long bytes) {
        long topBits = ((bytes & SEVENS) + SEVENS) | bytes;
        return (((topBits >>> 7) & ONES) * GATHER) >>> 56;
    }

    /// Makes the 8 bytes of a `long` of bits.
    static long spread(long bits) {
        // the eighth bit goes alone: with it, two products would meet
        return (((bits & 0x7f) * SPREAD) & ONES) | ((bits & 0x80) << 49);
    }
}
