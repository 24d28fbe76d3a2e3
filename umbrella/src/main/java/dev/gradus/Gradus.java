package dev.gradus;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Layers;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Optimizers;
import dev.gradus.nn.Seed;
import dev.gradus.nn.graph.Node;
import dev.gradus.nn.graph.Shared;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.Flatten;
import dev.gradus.nn.layer.GlobalMax;
import dev.gradus.nn.layer.GlobalMean;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.MaxPool;
import dev.gradus.nn.layer.MeanPool;
import dev.gradus.nn.layer.Padding;
import dev.gradus.nn.layer.Reshape;
import dev.gradus.nn.loss.BinaryCrossEntropy;
import dev.gradus.nn.loss.CrossEntropy;
import dev.gradus.nn.loss.Huber;
import dev.gradus.nn.loss.L1;
import dev.gradus.nn.loss.L2;
import dev.gradus.nn.loss.MeanSquaredError;
import dev.gradus.nn.optimizer.Adam;
import dev.gradus.nn.optimizer.AdamW;
import dev.gradus.nn.optimizer.Sgd;
import dev.gradus.tensor.Autograd;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.EarlyStopping;
import dev.gradus.train.Metric;
import dev.gradus.train.Metrics;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The short names of Gradus in one place, to be imported with `import static dev.gradus.Gradus.*`.
///
/// Each is one line that calls the class which does the work; follow the return type to its
/// description. Written by `tools/ShortNames.java`.
public final class Gradus {
    private Gradus() {}

    // ---- layers

    /// No activation.
    public static final Activation LINEAR = Layers.LINEAR;

    /// `max(x, 0)`; the usual choice.
    public static final Activation RELU = Layers.RELU;

    /// Lets a hundredth through below 0.
    public static final Activation LEAKY_RELU = Layers.LEAKY_RELU;

    /// Tends smoothly to -1 below 0.
    public static final Activation ELU = Layers.ELU;

    /// The usual choice in transformers.
    public static final Activation GELU = Layers.GELU;

    /// `x / (1 + e^-x)`.
    public static final Activation SILU = Layers.SILU;

    /// Between 0 and 1.
    public static final Activation SIGMOID = Layers.SIGMOID;

    /// Between -1 and 1.
    public static final Activation TANH = Layers.TANH;

    /// Shares of 1 along the last axis.
    public static final Activation SOFTMAX = Layers.SOFTMAX;

    /// Windows stay inside.
    public static final Padding VALID = Layers.VALID;

    /// Zeros around the edge keep the size.
    public static final Padding SAME = Layers.SAME;

    /// Returns a dense layer without activation: see [Dense].
    public static Dense.Spec dense(int outputs) {
        return Layers.dense(outputs);
    }

    /// Returns a dense layer: see [Dense].
    public static Dense.Spec dense(int outputs, Activation activation) {
        return Layers.dense(outputs, activation);
    }

    /// Returns a layer that lays the numbers of each example in one row: see [Flatten].
    public static Flatten flatten() {
        return Layers.flatten();
    }

    /// Returns a layer that gives each example another shape; one size may be -1: see [Reshape].
    public static Reshape reshape(int... sizes) {
        return Layers.reshape(sizes);
    }

    /// Returns a layer that randomly silences a share `rate` of its inputs in training: see
    /// [Dropout].
    public static Dropout dropout(double rate) {
        return Layers.dropout(rate);
    }

    /// Returns a convolution of pictures with square windows, without activation: see
    /// [Convolution].
    public static Convolution.Spec conv2d(int filters, int size) {
        return Layers.conv2d(filters, size);
    }

    /// Returns a convolution of pictures with square windows: see [Convolution].
    public static Convolution.Spec conv2d(int filters, int size, Activation activation) {
        return Layers.conv2d(filters, size, activation);
    }

    /// Returns a layer that keeps the largest number of each window; windows lie side by side: see
    /// [MaxPool].
    public static MaxPool maxPool(int size) {
        return Layers.maxPool(size);
    }

    /// Returns a layer that keeps the mean of each window; windows lie side by side: see
    /// [MeanPool].
    public static MeanPool meanPool(int size) {
        return Layers.meanPool(size);
    }

    /// Returns a layer that keeps the mean of each channel: see [GlobalMean].
    public static GlobalMean globalMean() {
        return Layers.globalMean();
    }

    /// Returns a layer that keeps the largest number of each channel: see [GlobalMax].
    public static GlobalMax globalMax() {
        return Layers.globalMax();
    }

    /// Returns a normalisation of each channel over the batch: see [BatchNorm].
    public static BatchNorm.Spec batchNorm() {
        return Layers.batchNorm();
    }

    /// Returns a normalisation of the features of each example: see [LayerNorm].
    public static LayerNorm.Spec layerNorm() {
        return Layers.layerNorm();
    }

    /// Returns `activation` as a layer of its own.
    public static Activation activation(Activation activation) {
        return Layers.activation(activation);
    }

    /// Returns an activation that multiplies what is below 0 by `slope`.
    public static Activation leakyRelu(double slope) {
        return Layers.leakyRelu(slope);
    }

    /// Returns an activation that tends smoothly to `-alpha` below 0.
    public static Activation elu(double alpha) {
        return Layers.elu(alpha);
    }

    /// Returns a layer that gives each of `vocabulary` whole numbers a vector: see [Embedding].
    public static Embedding.Spec embedding(int vocabulary, int width) {
        return Layers.embedding(vocabulary, width);
    }

    /// Returns an input of a [dev.gradus.nn.graph.Graph]; the sizes do not count the axis of the batch.
    public static Node input(String name, int... sizes) {
        return Layers.input(name, sizes);
    }

    /// Returns a layer to be used in several places of a graph with the same weights: see [Shared].
    public static Shared shared(LayerSpec layer) {
        return Layers.shared(layer);
    }

    /// Returns the place where inputs are put one after the other along the last axis: see
    /// [Concatenate].
    public static Node concat(Node... inputs) {
        return Layers.concat(inputs);
    }

    /// Returns the place where inputs are added: see [Add].
    public static Node add(Node... inputs) {
        return Layers.add(inputs);
    }

    /// Returns the place where inputs are multiplied number by number: see [Multiply].
    public static Node multiply(Node... inputs) {
        return Layers.multiply(inputs);
    }

    /// Returns the place where the second input is taken from the first: see [Subtract].
    public static Node subtract(Node first, Node second) {
        return Layers.subtract(first, second);
    }

    /// Returns the place with the mean of inputs: see [Average].
    public static Node average(Node... inputs) {
        return Layers.average(inputs);
    }

    /// Returns the place with the largest of inputs, number by number: see [Maximum].
    public static Node maximum(Node... inputs) {
        return Layers.maximum(inputs);
    }

    /// Returns the place with the smallest of inputs, number by number: see [Minimum].
    public static Node minimum(Node... inputs) {
        return Layers.minimum(inputs);
    }

    /// Returns the place with the product of two vectors: see [Dot].
    public static Node dot(Node first, Node second) {
        return Layers.dot(first, second);
    }

    /// Returns the place with the cosine of the angle between two vectors: see [Dot].
    public static Node cosine(Node first, Node second) {
        return Layers.cosine(first, second);
    }

    /// Returns a seed for weights.
    public static Seed seed(long value) {
        return Layers.seed(value);
    }

    // ---- losses

    /// Returns the loss of choosing one class of several, from logits: see [CrossEntropy].
    public static CrossEntropy crossEntropy() {
        return Losses.crossEntropy();
    }

    /// Returns the mean loss of choosing one class of several: see [CrossEntropy].
    public static Tensor crossEntropy(Tensor logits, Tensor labels) {
        return Losses.crossEntropy(logits, labels);
    }

    /// Returns the loss of answering yes or no, from logits: see [BinaryCrossEntropy].
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return Losses.binaryCrossEntropy();
    }

    /// Returns the mean loss of answering yes or no: see [BinaryCrossEntropy].
    public static Tensor binaryCrossEntropy(Tensor logits, Tensor targets) {
        return Losses.binaryCrossEntropy(logits, targets);
    }

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static MeanSquaredError meanSquaredError() {
        return Losses.meanSquaredError();
    }

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static Tensor meanSquaredError(Tensor output, Tensor target) {
        return Losses.meanSquaredError(output, target);
    }

    /// Returns the mean of distances: see [L1].
    public static L1 l1() {
        return Losses.l1();
    }

    /// Returns the mean of distances: see [L1].
    public static Tensor l1(Tensor output, Tensor target) {
        return Losses.l1(output, target);
    }

    /// Returns the loss that squares distances up to `delta` only: see [Huber].
    public static Huber huber(double delta) {
        return Losses.huber(delta);
    }

    /// Returns the mean loss that squares distances up to 1 only: see [Huber].
    public static Tensor huber(Tensor output, Tensor target) {
        return Losses.huber(output, target);
    }

    /// Returns a price on large weights, to be added to a loss: see [L2].
    public static L2 l2(double strength) {
        return Losses.l2(strength);
    }

    // ---- optimizers

    /// Returns stochastic gradient descent: see [Sgd].
    public static Sgd sgd(double learningRate) {
        return Optimizers.sgd(learningRate);
    }

    /// Returns a rule with a step size for each weight: see [Adam].
    public static Adam adam(double learningRate) {
        return Optimizers.adam(learningRate);
    }

    /// Returns [Adam] with a better weight decay, of 0.01 unless another is said: see [AdamW].
    public static AdamW adamW(double learningRate) {
        return Optimizers.adamW(learningRate);
    }

    // ---- early stopping

    /// Returns the usual rule: a patience of 3 epochs, in which any improvement counts.
    public static EarlyStopping early() {
        return EarlyStopping.early();
    }

    // ---- metrics

    /// Returns the share of examples that are given the class they have.
    public static Metric accuracy() {
        return Metrics.accuracy();
    }

    /// Returns the share of examples whose class is among the `count` likeliest.
    public static Metric topAccuracy(int count) {
        return Metrics.topAccuracy(count);
    }

    /// Returns the mean F1 of all classes, in which rare classes count as much as common ones.
    public static Metric macroF1() {
        return Metrics.macroF1();
    }

    /// Returns the mean precision of all classes.
    public static Metric macroPrecision() {
        return Metrics.macroPrecision();
    }

    /// Returns the mean recall of all classes.
    public static Metric macroRecall() {
        return Metrics.macroRecall();
    }

    // ---- autograd

    /// Returns how much the scalar `y` changes with each number of `x`: see [Gradients].
    public static Tensor gradient(Tensor y, Tensor x) {
        return Autograd.gradient(y, x);
    }

    /// Returns what `formula` makes as a constant, through which no gradient flows: for the targets of a
    /// second network, say.
    public static Tensor noGradient(Supplier<Tensor> formula) {
        return Autograd.noGradient(formula);
    }

    /// Returns how much each number of `y` changes with each number of `x`: see [Jacobian].
    public static Tensor jacobian(Tensor y, Tensor x) {
        return Autograd.jacobian(y, x);
    }

    /// Returns the second derivatives of the scalar `y`: see [Jacobian#hessian].
    public static Tensor hessian(Tensor y, Tensor x) {
        return Autograd.hessian(y, x);
    }

    /// Returns the second derivatives of the scalar `y` in one direction: see
    /// [Jacobian#hessianVectorProduct].
    public static Tensor hessianVectorProduct(Tensor y, Tensor x, Tensor direction) {
        return Autograd.hessianVectorProduct(y, x, direction);
    }

    /// Returns `function` of `x`, whose inner numbers are computed again for the gradient instead of kept:
    /// see [Checkpoint].
    public static Tensor checkpoint(UnaryOperator<Tensor> function, Tensor x) {
        return Autograd.checkpoint(function, x);
    }

    // ---- loops

    /// Returns 0, 1, ... below `end`, for loops: `for (var epoch : range(10))`.
    public static Iterable<Integer> range(int end) {
        return () -> IntStream.range(0, end).iterator();
    }
}
