package dev.gradus.jvm.map;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Turns truth values in an array, one byte each, into the mask of one vector and back.
final class Masks {
    private static final VarHandle FOUR =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Masks() {}

    /// Reads as many truth values as a vector has lanes: 4, 8 or 16.
    static VectorMask<Float> load(VectorSpecies<Float> species, byte[] array, int offset) {
        long bits =
                switch (species.length()) {
                    case 4 -> Truth.gather((int) FOUR.get(array, offset));
                    case 8 -> Truth.loadEight(array, offset);
                    default -> Truth.load(array, offset);
                };
        return VectorMask.fromLong(species, bits);
    }

    /// Writes the truth values of a mask.
    static void store(VectorMask<Float> mask, byte[] array, int offset) {
        switch (mask.length()) {
            case 4 -> FOUR.set(array, offset, (int) Truth.spread(mask.toLong()));
            case 8 -> Truth.storeEight(mask.toLong(), array, offset);
            default -> Truth.store(mask.toLong(), array, offset);
        }
    }
}
