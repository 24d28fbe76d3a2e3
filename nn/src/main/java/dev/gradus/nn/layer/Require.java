package dev.gradus.nn.layer;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.text.Call;
import dev.gradus.tensor.Shape;
import java.util.List;

/// Checks of what a spec is given, so that a mistake shows where the layer is written down.
public final class Require {
    private Require() {}

    /// Refuses a number below 1.
    public static void positive(String layer, String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s was given %s = %d: give 1 or more".formatted(layer, what, value));
        }
    }

    /// Refuses numbers of which one is below 1.
    public static void positive(String layer, String what, Iterable<Integer> values) {
        values.forEach(value -> positive(layer, what, value));
    }

    static void notNegative(String layer, String what, Iterable<Integer> values) {
        for (var value : values) {
            if (value < 0) {
                throw new IllegalArgumentException(
                        "%s was given %s = %d: give 0 or more".formatted(layer, what, value));
            }
        }
    }

    /// Checks that there is a number for all spatial axes, or one for each of at most three.
    static void oneOrEach(String layer, String what, List<Integer> values) {
        if (values.isEmpty() || values.size() > 3) {
            throw new IllegalArgumentException(
                    "%s was given the %s %s: give one number for all spatial axes, or one for each of at most 3"
                            .formatted(layer, what, values));
        }
    }

    static void guard(String layer, double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException(
                    "%s was given epsilon %s: give a small number above 0"
                            .formatted(layer, epsilon));
        }
    }

    static void rate(String layer, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "%s was given the rate %s: it is a share, at least 0 and below 1, such as 0.2"
                            .formatted(layer, rate));
        }
    }

    /// Returns what `layer` builds, for a wrapper that computes with its weight.
    static WeightedLayer weighted(String wrapper, LayerSpec layer, Shape input, Seed seed) {
        if (layer.build(input, seed) instanceof WeightedLayer weighted) {
            return weighted;
        }
        throw new IllegalArgumentException(
                "%s was given %s, which has no single weight: wrap a layer such as dense(10) or conv2d(32, 3)"
                        .formatted(wrapper, Call.text(layer)));
    }
}
