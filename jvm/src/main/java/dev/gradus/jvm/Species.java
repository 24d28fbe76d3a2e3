package dev.gradus.jvm;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Holds the vector species in force, one for each element type.
///
/// They are static finals so that the compiler sees constants: a species it cannot see through
/// turns every vector operation into a call. Only vector kernels may name this class, because it
/// cannot be loaded without the module `jdk.incubator.vector`; all others ask [Lanes].
public final class Species {

    /// Gives vectors of float32 at the width in force.
    public static final VectorSpecies<Float> FLOAT =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Lanes.BITS));

    /// Gives vectors of float64 at the width in force.
    public static final VectorSpecies<Double> DOUBLE =
            VectorSpecies.of(double.class, VectorShape.forBitSize(Lanes.BITS));

    /// Gives vectors of int32 at the width in force.
    public static final VectorSpecies<Integer> INT =
            VectorSpecies.of(int.class, VectorShape.forBitSize(Lanes.BITS));

    /// Gives vectors of int64 at the width in force.
    public static final VectorSpecies<Long> LONG =
            VectorSpecies.of(long.class, VectorShape.forBitSize(Lanes.BITS));

    private Species() {}
}
