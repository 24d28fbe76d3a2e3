package dev.gradus.nn.layer;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// What a recurrent layer accepts to read.
final class Accepted {
    private Accepted() {}

    static void sequences(Recurrent layer, Tensor x) {
        if (x.rank() != 3) {
            throw new ShapeException(
                    "%s reads sequences [batch, time, features] but receives %s (input %s): %s"
                            .formatted(
                                    layer,
                                    x.rank() == 2 ? "one step of each" : x.rank() + " axes",
                                    x.shape(),
                                    x.rank() == 2
                                            ? "a recurrent layer before it needs sequences(); step(x, state) reads a single step"
                                            : "reshape(time, features) lays each example out so"));
        }
        if (x.size(1) == 0) {
            throw new ShapeException(
                    "%s receives sequences without a step (input %s)".formatted(layer, x.shape()));
        }
        features(layer, x);
    }

    static void step(Recurrent layer, Tensor x) {
        if (x.rank() != 2) {
            throw new ShapeException(
                    "a step of %s reads [batch, features] but receives %s: run(x, state) reads all steps of a sequence"
                            .formatted(layer, x.shape()));
        }
        features(layer, x);
    }

    private static void features(Recurrent layer, Tensor x) {
        if (x.size(-1) != layer.inputWeight().size(0)) {
            throw new ShapeException(
                    "%s was built for %d features but receives %d (input %s)."
                            .formatted(layer, layer.inputWeight().size(0), x.size(-1), x.shape()));
        }
    }

    static void state(Recurrent layer, Tensor x, RecurrentState state) {
        if (!state.output().shape().equals(Shape.of(x.size(0), layer.spec().width()))
                || state.memory().isPresent() != layer.spec().cell().remembers()) {
            throw new ShapeException(
                    "%s was given a state %s %s memory for a batch of %d (input %s): begin with start(%4$d)"
                            .formatted(
                                    layer,
                                    state.output().shape(),
                                    state.memory().isPresent() ? "with" : "without",
                                    x.size(0),
                                    x.shape()));
        }
    }

    static void lengths(Recurrent layer, Tensor x, Tensor lengths) {
        if (lengths.rank() != 1
                || lengths.size(0) != x.size(0)
                || lengths.type().isFloating()
                || lengths.type() == DType.BOOL) {
            throw new ShapeException(
                    "%s was given lengths %s %s for x %s: give one whole number for each of the %d sequences"
                            .formatted(
                                    layer, lengths.type(), lengths.shape(), x.shape(), x.size(0)));
        }
    }
}
