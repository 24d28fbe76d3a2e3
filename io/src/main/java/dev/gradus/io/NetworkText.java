package dev.gradus.io;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.Seed;
import dev.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Says what a network is built of, as maps that JSON can hold, and builds it again: what a model file
/// holds beside its weights, for files of another kind.
public final class NetworkText {
    private NetworkText() {}

    /// Returns the description of `layer`, or nothing if a part of it is the user's own.
    public static Optional<Map<String, Object>> of(Layer layer) {
        return layer instanceof BuiltLayer built
                ? SpecText.describe(built.spec())
                : Optional.empty();
    }

    /// Returns the network that is described, for examples of shape `input`, with these weights. No more
    /// numbers are made than the weights hold, whatever the description says.
    ///
    /// @throws ModelFileException if the description is none, is beyond the limits, or the weights are those
    ///     of another network
    public static Layer build(
            Map<String, Object> description, long[] input, Weights weights, Limits limits) {
        var layer = built(description, input(input, limits), weights);
        weights.into(layer);
        return layer;
    }

    static Layer built(Map<String, Object> description, Shape input, Weights weights) {
        var spec = SpecText.read(description);
        try {
            return Awaited.within(weights.count(), () -> spec.build(input, new Seed(0)));
        } catch (ModelFileException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFileException(
                    "the layers of the network do not fit together: " + e.getMessage(), e);
        }
    }

    static Shape input(long[] sizes, Limits limits) {
        var count = 1L;
        for (var size : sizes) {
            count = size > limits.exampleNumbers() ? Long.MAX_VALUE : count * size;
            if (count < 1 || count > limits.exampleNumbers() || sizes.length > 16) {
                throw new ModelFileException(
                        "the network is built for examples of shape %s: 1 to %d numbers are allowed"
                                .formatted(
                                        Arrays.toString(
                                                Arrays.copyOf(sizes, Math.min(16, sizes.length))),
                                        limits.exampleNumbers()));
            }
        }
        return Shape.of(Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
    }
}
