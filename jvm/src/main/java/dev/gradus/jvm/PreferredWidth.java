package dev.gradus.jvm;

import jdk.incubator.vector.VectorShape;

/// Asks the Vector API how wide this processor's vectors are.
///
/// The question has a file of its own because [Lanes] must not mention the Vector API, and
/// [Species] must not be loaded before [Lanes] has decided.
final class PreferredWidth {

    private PreferredWidth() {}

    static int bits() {
        return VectorShape.preferredShape().vectorBitSize();
    }
}
