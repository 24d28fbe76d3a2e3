package dev.gradus.studio.playground;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Regularizers;
import dev.gradus.tensor.Tensor;
import java.util.Locale;

/// The price on weights.
enum Penalty {
    NONE,
    L1,
    L2;

    /// Returns `loss` with the price of the weights of `network`.
    Tensor onto(Tensor loss, Layer network, double strength) {
        return switch (this) {
            case NONE -> loss;
            case L1 -> loss.add(Regularizers.l1(strength).penalty(network));
            case L2 -> loss.add(Regularizers.l2(strength).penalty(network));
        };
    }

    /// Returns how it is written behind a loss in a program that has a `network`.
    String program(double strength) {
        return this == NONE
                ? ""
                : ".add(%s(%s).penalty(network))"
                        .formatted(name().toLowerCase(Locale.ROOT), strength);
    }
}
