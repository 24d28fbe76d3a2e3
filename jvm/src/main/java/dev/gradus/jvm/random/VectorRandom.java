package dev.gradus.jvm.random;

import static dev.gradus.jvm.Species.INT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.gradus.tensor.backend.CounterRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// Computes random numbers in every lane of a vector, by the operations of [CounterRandom].
final class VectorRandom {

    private VectorRandom() {}

    /// Writes as many numbers as fill vectors and returns how many those were.
    static int fill(long stream, int first, float[] out, int outOffset, int n) {
        int bound = INT.loopBound(n);
        IntVector secret = IntVector.broadcast(INT, (int) (stream >>> 32));
        IntVector counter = IntVector.zero(INT).addIndex(1).add(first + (int) stream);
        for (int i = 0; i < bound; i += INT.length()) {
            IntVector x = counter.add(i);
            x = x.lanewise(XOR, x.lanewise(LSHR, 17)).mul(CounterRandom.FIRST);
            x = x.lanewise(XOR, x.lanewise(LSHR, 11)).add(secret).mul(CounterRandom.SECOND);
            x = x.lanewise(XOR, x.lanewise(LSHR, 15)).mul(CounterRandom.THIRD);
            x = x.lanewise(XOR, x.lanewise(LSHR, 14));
            FloatVector uniform = (FloatVector) x.lanewise(LSHR, 8).convert(I2F, 0);
            uniform.mul(0x1p-24f).intoArray(out, outOffset + i);
        }
        return bound;
    }
}
