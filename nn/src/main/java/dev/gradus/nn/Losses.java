package dev.gradus.nn;

import dev.gradus.nn.loss.BinaryCrossEntropy;
import dev.gradus.nn.loss.BinaryFocalCrossEntropy;
import dev.gradus.nn.loss.CategoricalHinge;
import dev.gradus.nn.loss.Circle;
import dev.gradus.nn.loss.Contrastive;
import dev.gradus.nn.loss.CosineDistance;
import dev.gradus.nn.loss.CosineEmbedding;
import dev.gradus.nn.loss.CrossEntropy;
import dev.gradus.nn.loss.Ctc;
import dev.gradus.nn.loss.Dice;
import dev.gradus.nn.loss.FocalCrossEntropy;
import dev.gradus.nn.loss.GaussianLikelihood;
import dev.gradus.nn.loss.GeneralizedCrossEntropy;
import dev.gradus.nn.loss.Hinge;
import dev.gradus.nn.loss.HingeEmbedding;
import dev.gradus.nn.loss.Huber;
import dev.gradus.nn.loss.InfoNce;
import dev.gradus.nn.loss.Jaccard;
import dev.gradus.nn.loss.KlDivergence;
import dev.gradus.nn.loss.LogCosh;
import dev.gradus.nn.loss.MarginRanking;
import dev.gradus.nn.loss.MeanAbsoluteError;
import dev.gradus.nn.loss.MeanAbsolutePercentageError;
import dev.gradus.nn.loss.MeanSquaredError;
import dev.gradus.nn.loss.MeanSquaredLogarithmicError;
import dev.gradus.nn.loss.MultiLabelMargin;
import dev.gradus.nn.loss.MultiMargin;
import dev.gradus.nn.loss.NegativeLogLikelihood;
import dev.gradus.nn.loss.NtXent;
import dev.gradus.nn.loss.PoissonLikelihood;
import dev.gradus.nn.loss.SmoothL1;
import dev.gradus.nn.loss.SoftMargin;
import dev.gradus.nn.loss.SquaredHinge;
import dev.gradus.nn.loss.TripletMargin;
import dev.gradus.nn.loss.Tversky;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

/// The losses by the names under which they are written down; meant for `import static`.
public final class Losses {
    private static final CrossEntropy CROSS_ENTROPY =
            new CrossEntropy(0, List.of(), OptionalInt.empty());

    private Losses() {}

    // ---- numbers

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static MeanSquaredError meanSquaredError() {
        return new MeanSquaredError();
    }

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static Tensor meanSquaredError(Tensor output, Tensor target) {
        return meanSquaredError().apply(output, target);
    }

    /// Returns the mean of distances: see [MeanAbsoluteError].
    public static MeanAbsoluteError meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /// Returns the mean of distances: see [MeanAbsoluteError].
    public static Tensor meanAbsoluteError(Tensor output, Tensor target) {
        return meanAbsoluteError().apply(output, target);
    }

    /// Returns the mean of distances in percent of the target: see [MeanAbsolutePercentageError].
    public static MeanAbsolutePercentageError meanAbsolutePercentageError() {
        return new MeanAbsolutePercentageError();
    }

    /// Returns the mean of squared distances between logarithms: see [MeanSquaredLogarithmicError].
    public static MeanSquaredLogarithmicError meanSquaredLogarithmicError() {
        return new MeanSquaredLogarithmicError();
    }

    /// Returns the loss that squares distances up to `delta` only: see [Huber].
    public static Huber huber(double delta) {
        return new Huber(delta);
    }

    /// Returns the mean loss that squares distances up to 1 only: see [Huber].
    public static Tensor huber(Tensor output, Tensor target) {
        return huber(1).apply(output, target);
    }

    /// Returns the loss that squares distances up to `beta` only, with the slope 1 beyond: see [SmoothL1].
    public static SmoothL1 smoothL1(double beta) {
        return new SmoothL1(beta);
    }

    /// Returns a smooth loss between squared distances and distances: see [LogCosh].
    public static LogCosh logCosh() {
        return new LogCosh();
    }

    /// Returns the loss of expecting counts, from logarithms of rates: see [PoissonLikelihood].
    public static PoissonLikelihood poissonLikelihood() {
        return new PoissonLikelihood(false, false);
    }

    // ---- classes

    /// Returns the loss of choosing one class of several, from logits: see [CrossEntropy].
    public static CrossEntropy crossEntropy() {
        return CROSS_ENTROPY;
    }

    /// Returns the mean loss of choosing one class of several: see [CrossEntropy].
    public static Tensor crossEntropy(Tensor logits, Tensor target) {
        return CROSS_ENTROPY.apply(logits, target);
    }

    /// Returns the loss of choosing one class of several, from log-probabilities: see [NegativeLogLikelihood].
    public static NegativeLogLikelihood negativeLogLikelihood() {
        return new NegativeLogLikelihood(List.of(), OptionalInt.empty());
    }

    /// Returns a cross-entropy that looks away from what is easy, from logits: see [FocalCrossEntropy].
    public static FocalCrossEntropy focalCrossEntropy() {
        return new FocalCrossEntropy(2, 0.25);
    }

    /// Returns a cross-entropy that bears labels which may be wrong, from logits: see
    /// [GeneralizedCrossEntropy].
    public static GeneralizedCrossEntropy generalizedCrossEntropy(double q) {
        return new GeneralizedCrossEntropy(q);
    }

    /// Returns how far a distribution is from the right one, from log-probabilities: see [KlDivergence].
    public static KlDivergence klDivergence() {
        return new KlDivergence(false);
    }

    /// Returns the loss that asks of the right class to be ahead of the best other by 1: see [CategoricalHinge].
    public static CategoricalHinge categoricalHinge() {
        return new CategoricalHinge();
    }

    /// Returns the loss that asks of the right class to be ahead of each other by a margin: see [MultiMargin].
    public static MultiMargin multiMargin() {
        return new MultiMargin(1, 1);
    }

    /// Returns the loss that asks of each right class to be ahead of each wrong one by 1: see [MultiLabelMargin].
    public static MultiLabelMargin multiLabelMargin() {
        return new MultiLabelMargin();
    }

    // ---- yes or no

    /// Returns the loss of answering yes or no, from logits: see [BinaryCrossEntropy].
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return new BinaryCrossEntropy(false, 0, List.of());
    }

    /// Returns the mean loss of answering yes or no: see [BinaryCrossEntropy].
    public static Tensor binaryCrossEntropy(Tensor logits, Tensor targets) {
        return binaryCrossEntropy().apply(logits, targets);
    }

    /// Returns a binary cross-entropy that looks away from what is easy, from logits: see [BinaryFocalCrossEntropy].
    public static BinaryFocalCrossEntropy binaryFocalCrossEntropy() {
        return new BinaryFocalCrossEntropy(2, 0.25);
    }

    /// Returns the loss that asks of answers yes or no to be right by 1: see [Hinge].
    public static Hinge hinge() {
        return new Hinge();
    }

    /// Returns the square of the hinge loss: see [SquaredHinge].
    public static SquaredHinge squaredHinge() {
        return new SquaredHinge();
    }

    /// Returns the smooth relative of the hinge loss: see [SoftMargin].
    public static SoftMargin softMargin() {
        return new SoftMargin();
    }

    // ---- regions

    /// Returns how little of two regions overlaps, from logits: see [Dice].
    public static Dice dice() {
        return new Dice(false, false, 0);
    }

    /// Returns one minus intersection over union of two regions, from logits: see [Jaccard].
    public static Jaccard jaccard() {
        return new Jaccard(false, false, 0);
    }

    /// Returns one minus the overlap, with a price `alpha` for marking wrongly and `beta` for missing: see [Tversky].
    public static Tversky tversky(double alpha, double beta) {
        return new Tversky(false, false, alpha, beta);
    }

    // ---- vectors and pairs

    /// Returns one minus the cosine between output and target: see [CosineDistance].
    public static CosineDistance cosineDistance() {
        return new CosineDistance();
    }

    /// Returns the loss of distances that should be small, or at least `margin`: see [HingeEmbedding].
    public static HingeEmbedding hingeEmbedding(double margin) {
        return new HingeEmbedding(margin);
    }

    /// Returns the loss of pairs that should have the same direction or not: see [CosineEmbedding].
    public static CosineEmbedding cosineEmbedding() {
        return new CosineEmbedding(0);
    }

    /// Returns the loss of pairs that should be near or at least 1 apart: see [Contrastive].
    public static Contrastive contrastive() {
        return new Contrastive(1);
    }

    /// Returns the loss of an anchor that should be nearer to its kind, by 1: see [TripletMargin].
    public static TripletMargin tripletMargin() {
        return new TripletMargin(1);
    }

    /// Returns the loss of two scores that should be in the right order: see [MarginRanking].
    public static MarginRanking marginRanking() {
        return new MarginRanking(0);
    }

    /// Returns the loss of queries that must find their keys: see [InfoNce].
    public static InfoNce infoNce(double temperature) {
        return new InfoNce(temperature, false);
    }

    /// Returns the loss of vectors that must find their other versions: see [NtXent].
    public static NtXent ntXent(double temperature) {
        return new NtXent(temperature);
    }

    /// Returns the loss of vectors that should have the direction of their label: see [Circle].
    public static Circle circle() {
        return new Circle(80, 0.4);
    }

    /// Returns the loss of expecting a number, from mean and variance: see [GaussianLikelihood].
    public static GaussianLikelihood gaussianLikelihood() {
        return new GaussianLikelihood(false);
    }

    /// Returns the loss of a text along a sequence, wherever its letters stand: see [Ctc].
    public static Ctc ctc() {
        return new Ctc(0, false, false);
    }
}
