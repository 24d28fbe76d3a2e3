package dev.gradus.nn;

import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Bidirectional;
import dev.gradus.nn.layer.Cell;
import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.EmbeddingBag;
import dev.gradus.nn.layer.Flatten;
import dev.gradus.nn.layer.GlobalMax;
import dev.gradus.nn.layer.GlobalMean;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.MaxPool;
import dev.gradus.nn.layer.MeanPool;
import dev.gradus.nn.layer.Padding;
import dev.gradus.nn.layer.PositionEmbedding;
import dev.gradus.nn.layer.Recurrent;
import dev.gradus.nn.layer.Repeat;
import dev.gradus.nn.layer.Reshape;
import dev.gradus.nn.layer.SinusoidalPositions;
import dev.gradus.nn.layer.Tied;
import dev.gradus.nn.layer.TimeDistributed;
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

    /// Returns a layer that sums up a text by the mean of its words' vectors: see [EmbeddingBag].
    public static EmbeddingBag.Spec embeddingBag(Embedding.Spec embedding) {
        return new EmbeddingBag.Spec(embedding, true);
    }

    /// Returns a network that looks words up, reads them with `inner` and says which word fits with
    /// the same vectors: see [Tied].
    public static Tied.Spec tied(Embedding.Spec embedding, LayerSpec inner) {
        return new Tied.Spec(embedding, inner);
    }

    /// Returns a layer that adds a learned vector for each of `length` places: see
    /// [PositionEmbedding].
    public static PositionEmbedding.Spec positionEmbedding(int length) {
        return PositionEmbedding.Spec.of(length);
    }

    /// Returns a layer that adds waves by which places differ: see [SinusoidalPositions].
    public static SinusoidalPositions sinusoidalPositions() {
        return new SinusoidalPositions();
    }

    // ---- recurrent

    /// Returns a plain recurrent layer, `h' = tanh(x W + h U + b)`: see [Recurrent].
    public static Recurrent.Spec rnn(int width) {
        return rnn(width, TANH);
    }

    /// Returns a plain recurrent layer with another activation: see [Recurrent].
    public static Recurrent.Spec rnn(int width, Activation activation) {
        return Recurrent.Spec.of(new Cell.Rnn(activation), width);
    }

    /// Returns a recurrent layer with long short-term memory, the usual choice: see [Recurrent].
    public static Recurrent.Spec lstm(int width) {
        return Recurrent.Spec.of(new Cell.Lstm(1), width);
    }

    /// Returns a recurrent layer of gated units, a little smaller and quicker than `lstm`: see
    /// [Recurrent].
    public static Recurrent.Spec gru(int width) {
        return Recurrent.Spec.of(new Cell.Gru(true), width);
    }

    /// Returns two recurrent layers that read a sequence from both ends: see [Bidirectional].
    public static Bidirectional.Spec bidirectional(Recurrent.Spec layer) {
        return new Bidirectional.Spec(layer, Bidirectional.Join.CONCATENATE);
    }

    /// Returns a layer that is applied to each step of a sequence by itself: see [TimeDistributed].
    public static TimeDistributed.Spec timeDistributed(LayerSpec layer) {
        return new TimeDistributed.Spec(layer);
    }

    /// Returns a layer that shows the same numbers in each of `times` steps: see [Repeat].
    public static Repeat repeat(int times) {
        return new Repeat(times);
    }

    // ---- attention and transformers

    // ---- around other layers

    // ---- several inputs

    // ---- seeds

    /// Returns a seed for weights.
    public static Seed seed(long value) {
        return Seed.seed(value);
    }
}
