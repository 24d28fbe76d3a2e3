package dev.gradus.benchmarks.workload;

import dev.gradus.benchmarks.workload.Network.Weight;

/// Counts the multiplications and additions of a network's products and convolutions, two for every
/// multiply-add, each as its definition says: a library may need fewer.
///
/// What else a step does is little arithmetic and much memory, and is not counted.
final class Arithmetic {
    private Arithmetic() {}

    static long of(Network network) {
        var forward = 0L;
        var first = 0L;
        for (var weight : network.weights()) {
            var once = places(network, weight) * count(weight);
            first = forward == 0 ? once : first;
            forward += once;
        }
        forward += attention(network);
        if (!network.training()) {
            return 2 * network.batch() * forward;
        }
        // Backward is as much again for the weights and for the inputs, which only the first layer
        // does
        // without, unless an embedding below it learns.
        return 2 * network.batch() * (3 * forward - (startsWithEmbedding(network) ? 0 : first));
    }

    /// Returns for how many places of an example a weight is used in a product; none for biases and tables.
    private static long places(Network network, Weight weight) {
        if (weight.shape().length < 2) {
            return 0;
        }
        return switch (network.architecture()) {
            case SMALL_PERCEPTRON, WIDE_PERCEPTRON, TABLE -> 1;
            case CONVOLUTIONAL ->
                    switch (weight.name()) {
                        case "first" -> 26 * 26;
                        case "second" -> 24 * 24;
                        default -> 1;
                    };
            case RESIDUAL -> {
                if (weight.name().equals("output")) {
                    yield 1;
                }
                var pixels = 32 * 16 / weight.shape()[3];
                yield (long) pixels * pixels;
            }
            case RECURRENT -> weight.name().equals("embedding") ? 0 : 64;
            case TRANSFORMER ->
                    weight.name().equals("token") || weight.name().equals("position") ? 0 : 64;
        };
    }

    private static long count(Weight weight) {
        return weight.values().length;
    }

    /// The products of queries and keys, and of what comes of them and the values, in four blocks.
    private static long attention(Network network) {
        return network.architecture() == Network.Architecture.TRANSFORMER
                ? 4L * 2 * 64 * 64 * 128
                : 0;
    }

    private static boolean startsWithEmbedding(Network network) {
        return switch (network.architecture()) {
            case RECURRENT, TRANSFORMER -> true;
            case SMALL_PERCEPTRON, WIDE_PERCEPTRON, CONVOLUTIONAL, RESIDUAL, TABLE -> false;
        };
    }
}
