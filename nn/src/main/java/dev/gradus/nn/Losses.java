package dev.gradus.nn;

import dev.gradus.nn.loss.BinaryCrossEntropy;
import dev.gradus.nn.loss.CrossEntropy;
import dev.gradus.nn.loss.Huber;
import dev.gradus.nn.loss.L1;
import dev.gradus.nn.loss.L2;
import dev.gradus.nn.loss.MeanSquaredError;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// The losses by the names under which they are written down; meant for `import static`.
public final class Losses {
    private static final CrossEntropy CROSS_ENTROPY = new CrossEntropy(0, List.of());

    private Losses() {}

    /// Returns the loss of choosing one class of several, from logits: see [CrossEntropy].
    public static CrossEntropy crossEntropy() {
        return CROSS_ENTROPY;
    }

    /// Returns the mean loss of choosing one class of several: see [CrossEntropy].
    public static Tensor crossEntropy(Tensor logits, Tensor labels) {
        return CROSS_ENTROPY.apply(logits, labels);
    }

    /// Returns the loss of answering yes or no, from logits: see [BinaryCrossEntropy].
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /// Returns the mean loss of answering yes or no: see [BinaryCrossEntropy].
    public static Tensor binaryCrossEntropy(Tensor logits, Tensor targets) {
        return binaryCrossEntropy().apply(logits, targets);
    }

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static MeanSquaredError meanSquaredError() {
        return new MeanSquaredError();
    }

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static Tensor meanSquaredError(Tensor output, Tensor target) {
        return meanSquaredError().apply(output, target);
    }

    /// Returns the mean of distances: see [L1].
    public static L1 l1() {
        return new L1();
    }

    /// Returns the mean of distances: see [L1].
    public static Tensor l1(Tensor output, Tensor target) {
        return l1().apply(output, target);
    }

    /// Returns the loss that squares distances up to `delta` only: see [Huber].
    public static Huber huber(double delta) {
        return new Huber(delta);
    }

    /// Returns the mean loss that squares distances up to 1 only: see [Huber].
    public static Tensor huber(Tensor output, Tensor target) {
        return huber(1).apply(output, target);
    }

    /// Returns a price on large weights, to be added to a loss: see [L2].
    public static L2 l2(double strength) {
        return new L2(strength);
    }
}
