package dev.gradus.train;

import dev.gradus.nn.Layer;
import dev.gradus.nn.loss.CrossEntropy;
import dev.gradus.nn.loss.FocalCrossEntropy;
import dev.gradus.nn.loss.GeneralizedCrossEntropy;
import dev.gradus.nn.loss.Loss;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// How the numbers a network ends with are read as classes.
sealed interface Answers {
    /// Returns what the loss compares the output with.
    Tensor target(Tensor labels);

    /// Returns how likely each class is: `[batch, classes]`.
    Tensor probabilities(Tensor output);

    /// Returns how many of a batch are given the right class, a scalar.
    Tensor correct(Tensor output, Tensor labels);

    /// One number for each class; the largest wins.
    record OneOfSeveral() implements Answers {
        @Override
        public Tensor target(Tensor labels) {
            return labels;
        }

        @Override
        public Tensor probabilities(Tensor output) {
            return output.softmax(-1);
        }

        @Override
        public Tensor correct(Tensor output, Tensor labels) {
            return output.argmax(-1).equal(labels).cast(DType.FLOAT32).sum();
        }
    }

    /// One number alone: above 0 is the second of two classes.
    record YesOrNo() implements Answers {
        @Override
        public Tensor target(Tensor labels) {
            return labels.cast(DType.FLOAT32).reshape(labels.size(0), 1);
        }

        @Override
        public Tensor probabilities(Tensor output) {
            var yes = output.sigmoid();
            return Tensor.concatenate(1, yes.rsub(1), yes);
        }

        @Override
        public Tensor correct(Tensor output, Tensor labels) {
            return output.greater(0).equal(target(labels).greater(0)).cast(DType.FLOAT32).sum();
        }
    }

    /// Returns how the output of `layer` is read.
    ///
    /// @throws IllegalArgumentException if it has another shape than the classes need
    static Answers of(Layer layer, Shape input, DType inputType, int classes) {
        var example = Tensor.scalar(0, inputType).expand(Shape.of(1).append(input));
        var output = layer.apply(example).shape();
        if (output.equals(Shape.of(1, classes))) {
            return new OneOfSeveral();
        }
        if (output.equals(Shape.of(1, 1)) && classes == 2) {
            return new YesOrNo();
        }
        throw new IllegalArgumentException(
                "the network makes %s of an example, but the data have %d classes: one number for each is needed, so end it with %sdense(%d)"
                        .formatted(
                                output.range(1, output.rank()),
                                classes,
                                output.rank() > 2 ? "flatten(), " : "",
                                classes));
    }

    /// Refuses a loss that would take probabilities for the numbers before them.
    static void checkLoss(Loss loss, Layer layer) {
        var wantsLogits =
                loss instanceof CrossEntropy
                        || loss instanceof FocalCrossEntropy
                        || loss instanceof GeneralizedCrossEntropy;
        if (wantsLogits && LastActivation.isSoftmax(layer)) {
            throw new IllegalArgumentException(
                    "the network ends with SOFTMAX, but %s wants the numbers before it: leave SOFTMAX out, predictions become probabilities by themselves"
                            .formatted(loss));
        }
    }
}
