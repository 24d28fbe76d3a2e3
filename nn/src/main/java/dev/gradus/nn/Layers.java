package dev.gradus.nn;

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
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.merge.Average;
import dev.gradus.nn.merge.Concatenate;
import dev.gradus.nn.merge.Dot;
import dev.gradus.nn.merge.Maximum;
import dev.gradus.nn.merge.Minimum;
import dev.gradus.nn.merge.Multiply;
import dev.gradus.nn.merge.Subtract;
import dev.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/// The layers by the names under which they are written down; meant for `import static`.
///
/// ```java
/// var model = Sequential.of(flatten(), dense(128, RELU), dropout(0.2), dense(10));
/// ```
public final class Layers {
    /// No activation.
    public static final Activation LINEAR = Activation.LINEAR;

    /// `max(x, 0)`; the usual choice.
    public static final Activation RELU = Activation.RELU;

    /// Lets a hundredth through below 0.
    public static final Activation LEAKY_RELU = Activation.LEAKY_RELU;

    /// Tends smoothly to -1 below 0.
    public static final Activation ELU = Activation.ELU;

    /// The usual choice in transformers.
    public static final Activation GELU = Activation.GELU;

    /// `x / (1 + e^-x)`.
    public static final Activation SILU = Activation.SILU;

    /// Between 0 and 1.
    public static final Activation SIGMOID = Activation.SIGMOID;

    /// Between -1 and 1.
    public static final Activation TANH = Activation.TANH;

    /// Shares of 1 along the last axis.
    public static final Activation SOFTMAX = Activation.SOFTMAX;

    /// Windows stay inside.
    public static final Padding VALID = Padding.VALID;

    /// Zeros around the edge keep the size.
    public static final Padding SAME = Padding.SAME;

    private Layers() {}

    // ---- dense and shape

    /// Returns a dense layer without activation: see [Dense].
    public static Dense.Spec dense(int outputs) {
        return dense(outputs, LINEAR);
    }

    /// Returns a dense layer: see [Dense].
    public static Dense.Spec dense(int outputs, Activation activation) {
        return Dense.Spec.of(outputs, activation);
    }

    /// Returns a layer that lays the numbers of each example in one row: see [Flatten].
    public static Flatten flatten() {
        return new Flatten();
    }

    /// Returns a layer that gives each example another shape; one size may be -1: see [Reshape].
    public static Reshape reshape(int... sizes) {
        return new Reshape(Arrays.stream(sizes).boxed().toList());
    }

    // ---- noise

    /// Returns a layer that randomly silences a share `rate` of its inputs in training: see
    /// [Dropout].
    public static Dropout dropout(double rate) {
        return new Dropout(rate);
    }

    // ---- convolution

    /// Returns a convolution of pictures with square windows, without activation: see
    /// [Convolution].
    public static Convolution.Spec conv2d(int filters, int size) {
        return conv2d(filters, size, LINEAR);
    }

    /// Returns a convolution of pictures with square windows: see [Convolution].
    public static Convolution.Spec conv2d(int filters, int size, Activation activation) {
        return Convolution.Spec.of(filters, List.of(size, size), activation);
    }

    // ---- pooling, resampling and borders

    /// Returns a layer that keeps the largest number of each window; windows lie side by side: see
    /// [MaxPool].
    public static MaxPool maxPool(int size) {
        return new MaxPool(size, size, VALID);
    }

    /// Returns a layer that keeps the mean of each window; windows lie side by side: see
    /// [MeanPool].
    public static MeanPool meanPool(int size) {
        return new MeanPool(size, size, VALID);
    }

    /// Returns a layer that keeps the mean of each channel: see [GlobalMean].
    public static GlobalMean globalMean() {
        return new GlobalMean();
    }

    /// Returns a layer that keeps the largest number of each channel: see [GlobalMax].
    public static GlobalMax globalMax() {
        return new GlobalMax();
    }

    // ---- normalisation

    /// Returns a normalisation of each channel over the batch: see [BatchNorm].
    public static BatchNorm.Spec batchNorm() {
        return BatchNorm.Spec.USUAL;
    }

    /// Returns a normalisation of the features of each example: see [LayerNorm].
    public static LayerNorm.Spec layerNorm() {
        return LayerNorm.Spec.USUAL;
    }

    // ---- activations

    /// Returns `activation` as a layer of its own.
    public static Activation activation(Activation activation) {
        return activation;
    }

    /// Returns an activation that multiplies what is below 0 by `slope`.
    public static Activation leakyRelu(double slope) {
        return new Activation.LeakyRelu(slope);
    }

    /// Returns an activation that tends smoothly to `-alpha` below 0.
    public static Activation elu(double alpha) {
        return new Activation.Elu(alpha);
    }

    // ---- words and positions

    /// Returns a layer that gives each of `vocabulary` whole numbers a vector: see [Embedding].
    public static Embedding.Spec embedding(int vocabulary, int width) {
        return Embedding.Spec.of(vocabulary, width);
    }

    // ---- recurrent

    // ---- attention and transformers

    // ---- around other layers

    // ---- several inputs

    /// Returns an input of a [dev.gradus.nn.graph.Graph]; the sizes do not count the axis of the batch.
    public static Node input(String name, int... sizes) {
        return Node.input(name, Shape.of(sizes));
    }

    /// Returns a layer to be used in several places of a graph with the same weights: see [Shared].
    public static Shared shared(LayerSpec layer) {
        return new Shared(layer);
    }

    /// Returns the place where inputs are put one after the other along the last axis: see
    /// [Concatenate].
    public static Node concat(Node... inputs) {
        return new Concatenate(-1).on(inputs);
    }

    /// Returns the place where inputs are added: see [Add].
    public static Node add(Node... inputs) {
        return new Add().on(inputs);
    }

    /// Returns the place where inputs are multiplied number by number: see [Multiply].
    public static Node multiply(Node... inputs) {
        return new Multiply().on(inputs);
    }

    /// Returns the place where the second input is taken from the first: see [Subtract].
    public static Node subtract(Node first, Node second) {
        return new Subtract().on(first, second);
    }

    /// Returns the place with the mean of inputs: see [Average].
    public static Node average(Node... inputs) {
        return new Average().on(inputs);
    }

    /// Returns the place with the largest of inputs, number by number: see [Maximum].
    public static Node maximum(Node... inputs) {
        return new Maximum().on(inputs);
    }

    /// Returns the place with the smallest of inputs, number by number: see [Minimum].
    public static Node minimum(Node... inputs) {
        return new Minimum().on(inputs);
    }

    /// Returns the place with the product of two vectors: see [Dot].
    public static Node dot(Node first, Node second) {
        return new Dot(false).on(first, second);
    }

    /// Returns the place with the cosine of the angle between two vectors: see [Dot].
    public static Node cosine(Node first, Node second) {
        return new Dot(true).on(first, second);
    }

    // ---- seeds

    /// Returns a seed for weights.
    public static Seed seed(long value) {
        return Seed.seed(value);
    }
}
