package dev.gradus.nn;

import dev.gradus.nn.graph.Node;
import dev.gradus.nn.graph.Shared;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.AdaptiveMaxPool;
import dev.gradus.nn.layer.AdaptiveMeanPool;
import dev.gradus.nn.layer.AlphaDropout;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Bidirectional;
import dev.gradus.nn.layer.Bilinear;
import dev.gradus.nn.layer.Cell;
import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Crop;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.DenseBlock;
import dev.gradus.nn.layer.DepthwiseConvolution;
import dev.gradus.nn.layer.DropPath;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.EmbeddingBag;
import dev.gradus.nn.layer.Flatten;
import dev.gradus.nn.layer.Frozen;
import dev.gradus.nn.layer.GatedDense;
import dev.gradus.nn.layer.GaussianDropout;
import dev.gradus.nn.layer.GaussianNoise;
import dev.gradus.nn.layer.GlobalMax;
import dev.gradus.nn.layer.GlobalMean;
import dev.gradus.nn.layer.GroupNorm;
import dev.gradus.nn.layer.InstanceNorm;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.LowRank;
import dev.gradus.nn.layer.MaxPool;
import dev.gradus.nn.layer.MeanPool;
import dev.gradus.nn.layer.MixtureOfExperts;
import dev.gradus.nn.layer.Padding;
import dev.gradus.nn.layer.Permute;
import dev.gradus.nn.layer.PixelShuffle;
import dev.gradus.nn.layer.PixelUnshuffle;
import dev.gradus.nn.layer.PositionEmbedding;
import dev.gradus.nn.layer.Prelu;
import dev.gradus.nn.layer.Rectifier;
import dev.gradus.nn.layer.Recurrent;
import dev.gradus.nn.layer.ReflectionPad;
import dev.gradus.nn.layer.Repeat;
import dev.gradus.nn.layer.ReplicationPad;
import dev.gradus.nn.layer.Reshape;
import dev.gradus.nn.layer.Residual;
import dev.gradus.nn.layer.RmsNorm;
import dev.gradus.nn.layer.SeparableConvolution;
import dev.gradus.nn.layer.Shortcut;
import dev.gradus.nn.layer.Shrink;
import dev.gradus.nn.layer.SinusoidalPositions;
import dev.gradus.nn.layer.SpatialDropout;
import dev.gradus.nn.layer.SpectralNorm;
import dev.gradus.nn.layer.Squash;
import dev.gradus.nn.layer.Squeeze;
import dev.gradus.nn.layer.SqueezeExcitation;
import dev.gradus.nn.layer.Tied;
import dev.gradus.nn.layer.TimeDistributed;
import dev.gradus.nn.layer.TransposedConvolution;
import dev.gradus.nn.layer.UnitNorm;
import dev.gradus.nn.layer.Unsqueeze;
import dev.gradus.nn.layer.UpSample;
import dev.gradus.nn.layer.WeightNorm;
import dev.gradus.nn.layer.ZeroPad;
import dev.gradus.nn.layer.attention.CrossAttention;
import dev.gradus.nn.layer.attention.FeedForward;
import dev.gradus.nn.layer.attention.MultiHeadAttention;
import dev.gradus.nn.layer.attention.TransformerDecoder;
import dev.gradus.nn.layer.attention.TransformerEncoder;
import dev.gradus.nn.merge.Add;
import dev.gradus.nn.merge.Average;
import dev.gradus.nn.merge.Concatenate;
import dev.gradus.nn.merge.Dot;
import dev.gradus.nn.merge.Maximum;
import dev.gradus.nn.merge.Minimum;
import dev.gradus.nn.merge.Multiply;
import dev.gradus.nn.merge.Subtract;
import dev.gradus.nn.model.Bert;
import dev.gradus.nn.model.Gpt;
import dev.gradus.nn.model.Sampling;
import dev.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.Collections;
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

    /// `max(x, 0)` that ends at 6.
    public static final Activation RELU6 = Activation.RELU6;

    /// `max(x, 0)²`.
    public static final Activation RELU_SQUARED = Activation.RELU_SQUARED;

    /// Lets a hundredth through below 0.
    public static final Activation LEAKY_RELU = Activation.LEAKY_RELU;

    /// Tends smoothly to -1 below 0.
    public static final Activation ELU = Activation.ELU;

    /// Tends smoothly to -1 below 0, with a slope of 1 at 0.
    public static final Activation CELU = Activation.CELU;

    /// Keeps mean 0 and deviation 1 from layer to layer.
    public static final Activation SELU = Activation.SELU;

    /// `log(1 + e^x)`: above 0, for numbers such as a deviation.
    public static final Activation SOFTPLUS = Activation.SOFTPLUS;

    /// The usual choice in transformers.
    public static final Activation GELU = Activation.GELU;

    /// The approximation of `GELU` that BERT and GPT-2 were trained with.
    public static final Activation GELU_TANH = Activation.GELU_TANH;

    /// `x / (1 + e^-x)`.
    public static final Activation SILU = Activation.SILU;

    /// `x tanh(log(1 + e^x))`.
    public static final Activation MISH = Activation.MISH;

    /// `SILU` drawn with a ruler.
    public static final Activation HARD_SWISH = Activation.HARD_SWISH;

    /// Between 0 and 1.
    public static final Activation SIGMOID = Activation.SIGMOID;

    /// `SIGMOID` drawn with a ruler.
    public static final Activation HARD_SIGMOID = Activation.HARD_SIGMOID;

    /// The logarithm of `SIGMOID`.
    public static final Activation LOG_SIGMOID = Activation.LOG_SIGMOID;

    /// Between -1 and 1.
    public static final Activation TANH = Activation.TANH;

    /// Cuts off what lies outside of -1 and 1.
    public static final Activation HARD_TANH = Activation.HARD_TANH;

    /// `x / (1 + |x|)`: between -1 and 1.
    public static final Activation SOFTSIGN = Activation.SOFTSIGN;

    /// `x - tanh(x)`.
    public static final Activation TANH_SHRINK = Activation.TANH_SHRINK;

    /// `e^x`: above 0, for rates that are learned as logarithms.
    public static final Activation EXPONENTIAL = Activation.EXPONENTIAL;

    /// Shares of 1 along the last axis.
    public static final Activation SOFTMAX = Activation.SOFTMAX;

    /// The logarithm of `SOFTMAX`.
    public static final Activation LOG_SOFTMAX = Activation.LOG_SOFTMAX;

    /// Shares of 1 of which many are exactly 0.
    public static final Activation SPARSEMAX = Activation.SPARSEMAX;

    /// `a × sigmoid(b)`, where `a` and `b` are the halves of the features.
    public static final Activation GLU = Activation.GLU;

    /// `a × max(b, 0)`, where `a` and `b` are the halves of the features.
    public static final Activation REGLU = Activation.REGLU;

    /// `a × gelu(b)`, where `a` and `b` are the halves of the features.
    public static final Activation GEGLU = Activation.GEGLU;

    /// `a × silu(b)`, where `a` and `b` are the halves of the features.
    public static final Activation SWIGLU = Activation.SWIGLU;

    /// Windows stay inside.
    public static final Padding VALID = Padding.VALID;

    /// Zeros around the edge keep the size.
    public static final Padding SAME = Padding.SAME;

    /// Zeros before the first: windows see nothing that comes after.
    public static final Padding CAUSAL = Padding.CAUSAL;

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
        return new Reshape(boxed(sizes));
    }

    /// Returns a layer that brings the axes of each example, counted from 1, into another order: see
    /// [Permute].
    public static Permute permute(int... order) {
        return new Permute(boxed(order));
    }

    /// Returns a layer that makes a sequence of each example by repeating it: see [Repeat].
    public static Repeat repeat(int times) {
        return new Repeat(times);
    }

    /// Returns a layer that takes away an axis of size 1; axis 0 is the batch: see [Squeeze].
    public static Squeeze squeeze(int axis) {
        return new Squeeze(axis);
    }

    /// Returns a layer that gives each example a new axis of size 1; axis 0 is the batch: see
    /// [Unsqueeze].
    public static Unsqueeze unsqueeze(int axis) {
        return new Unsqueeze(axis);
    }

    /// Returns a layer that does what `function` says: `lambda(x -> x.mul(2))`. A model file cannot
    /// hold a function; to read such a model again, build it and hand it in.
    public static LayerSpec lambda(Layer function) {
        return lambda("", function);
    }

    /// Returns a layer that does what `function` says and is called `name` in tables and messages. A
    /// model file cannot hold a function; to read such a model again, build it and hand it in.
    public static LayerSpec lambda(String name, Layer function) {
        return new Lambda(name, function);
    }

    // ---- noise

    /// Returns a layer that randomly silences a share `rate` of its inputs in training: see
    /// [Dropout].
    public static Dropout dropout(double rate) {
        return new Dropout(rate);
    }

    /// Returns a layer that randomly silences whole channels in training: see [SpatialDropout].
    public static SpatialDropout spatialDropout(double rate) {
        return new SpatialDropout(rate);
    }

    /// Returns the dropout that goes with `SELU`: see [AlphaDropout].
    public static AlphaDropout alphaDropout(double rate) {
        return new AlphaDropout(rate);
    }

    /// Returns a layer that adds noise to each number in training: see [GaussianNoise].
    public static GaussianNoise gaussianNoise(double deviation) {
        return new GaussianNoise(deviation);
    }

    /// Returns a layer that multiplies each number by noise around 1 in training: see
    /// [GaussianDropout].
    public static GaussianDropout gaussianDropout(double rate) {
        return new GaussianDropout(rate);
    }

    /// Returns a layer that randomly silences all of an example in training: see [DropPath].
    public static DropPath dropPath(double rate) {
        return new DropPath(rate);
    }

    // ---- convolution

    /// Returns a convolution of sequences, without activation: see
    /// [Convolution].
    public static Convolution.Spec conv1d(int filters, int size) {
        return conv1d(filters, size, LINEAR);
    }

    /// Returns a convolution of sequences: see [Convolution].
    public static Convolution.Spec conv1d(int filters, int size, Activation activation) {
        return Convolution.Spec.of(filters, List.of(size), activation);
    }

    /// Returns a convolution of pictures with square windows, without activation: see
    /// [Convolution].
    public static Convolution.Spec conv2d(int filters, int size) {
        return conv2d(filters, size, LINEAR);
    }

    /// Returns a convolution of pictures with square windows: see [Convolution].
    public static Convolution.Spec conv2d(int filters, int size, Activation activation) {
        return Convolution.Spec.of(filters, List.of(size, size), activation);
    }

    /// Returns a convolution of volumes or films with cubic windows, without activation: see
    /// [Convolution].
    public static Convolution.Spec conv3d(int filters, int size) {
        return conv3d(filters, size, LINEAR);
    }

    /// Returns a convolution of volumes or films with cubic windows: see [Convolution].
    public static Convolution.Spec conv3d(int filters, int size, Activation activation) {
        return Convolution.Spec.of(filters, List.of(size, size, size), activation);
    }

    /// Returns a convolution of each channel of sequences by itself, without activation: see
    /// [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv1d(int size) {
        return depthwiseConv1d(size, LINEAR);
    }

    /// Returns a convolution of each channel of sequences by itself: see [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv1d(int size, Activation activation) {
        return DepthwiseConvolution.Spec.of(List.of(size), activation);
    }

    /// Returns a convolution of each channel of pictures by itself, without activation: see
    /// [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv2d(int size) {
        return depthwiseConv2d(size, LINEAR);
    }

    /// Returns a convolution of each channel of pictures by itself: see [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv2d(int size, Activation activation) {
        return DepthwiseConvolution.Spec.of(List.of(size, size), activation);
    }

    /// Returns a convolution of sequences in two cheap steps, without activation: see
    /// [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv1d(int filters, int size) {
        return separableConv1d(filters, size, LINEAR);
    }

    /// Returns a convolution of sequences in two cheap steps: see [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv1d(
            int filters, int size, Activation activation) {
        return SeparableConvolution.Spec.of(filters, List.of(size), activation);
    }

    /// Returns a convolution of pictures in two cheap steps, without activation: see
    /// [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv2d(int filters, int size) {
        return separableConv2d(filters, size, LINEAR);
    }

    /// Returns a convolution of pictures in two cheap steps: see [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv2d(
            int filters, int size, Activation activation) {
        return SeparableConvolution.Spec.of(filters, List.of(size, size), activation);
    }

    /// Returns a convolution that makes sequences longer, without activation: see
    /// [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose1d(int filters, int size) {
        return convTranspose1d(filters, size, LINEAR);
    }

    /// Returns a convolution that makes sequences longer: see [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose1d(
            int filters, int size, Activation activation) {
        return TransposedConvolution.Spec.of(filters, List.of(size), activation);
    }

    /// Returns a convolution that makes pictures larger, without activation: see
    /// [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose2d(int filters, int size) {
        return convTranspose2d(filters, size, LINEAR);
    }

    /// Returns a convolution that makes pictures larger: see [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose2d(
            int filters, int size, Activation activation) {
        return TransposedConvolution.Spec.of(filters, List.of(size, size), activation);
    }

    /// Returns a convolution that makes volumes or films larger, without activation: see
    /// [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose3d(int filters, int size) {
        return convTranspose3d(filters, size, LINEAR);
    }

    /// Returns a convolution that makes volumes or films larger: see [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose3d(
            int filters, int size, Activation activation) {
        return TransposedConvolution.Spec.of(filters, List.of(size, size, size), activation);
    }

    /// Returns a layer that hands its input on past others without weights: see [Shortcut].
    public static Shortcut shortcut(int stride, int channels) {
        return new Shortcut(stride, channels);
    }

    // ---- pooling, resampling and borders

    /// Returns a layer that keeps the largest number of each window; windows lie side by side, and
    /// have one size along all axes or one for each: see [MaxPool].
    public static MaxPool maxPool(int... size) {
        return new MaxPool(boxed(size), boxed(size), VALID);
    }

    /// Returns a layer that keeps the mean of each window; windows lie side by side, and have one
    /// size along all axes or one for each: see [MeanPool].
    public static MeanPool meanPool(int... size) {
        return new MeanPool(boxed(size), boxed(size), VALID);
    }

    /// Returns a layer that keeps the largest number of each of `size` windows along every axis, or
    /// of so many along each: see [AdaptiveMaxPool].
    public static AdaptiveMaxPool adaptiveMaxPool(int... size) {
        return new AdaptiveMaxPool(boxed(size));
    }

    /// Returns a layer that keeps the mean of each of `size` windows along every axis, or of so many
    /// along each: see [AdaptiveMeanPool].
    public static AdaptiveMeanPool adaptiveMeanPool(int... size) {
        return new AdaptiveMeanPool(boxed(size));
    }

    /// Returns a layer that keeps the mean of each channel: see [GlobalMean].
    public static GlobalMean globalMean() {
        return new GlobalMean(false);
    }

    /// Returns a layer that keeps the largest number of each channel: see [GlobalMax].
    public static GlobalMax globalMax() {
        return new GlobalMax(false);
    }

    /// Returns a layer that makes pictures and sequences a whole number of times as large by
    /// repeating numbers; one factor for all axes or one for each: see [UpSample].
    public static UpSample upSample(int... factor) {
        return new UpSample(boxed(factor), false);
    }

    /// Returns a layer that surrounds its input with so many zeros on every side; one width for all
    /// axes or one for each: see [ZeroPad].
    public static ZeroPad zeroPad(int... width) {
        return new ZeroPad(boxed(width), boxed(width));
    }

    /// Returns a layer that surrounds its input with its mirror image on every side; one width for
    /// all axes or one for each: see [ReflectionPad].
    public static ReflectionPad reflectionPad(int... width) {
        return new ReflectionPad(boxed(width), boxed(width));
    }

    /// Returns a layer that surrounds its input with copies of its edge on every side; one width for
    /// all axes or one for each: see [ReplicationPad].
    public static ReplicationPad replicationPad(int... width) {
        return new ReplicationPad(boxed(width), boxed(width));
    }

    /// Returns a layer that cuts off so many numbers on every side; one width for all axes or one
    /// for each: see [Crop].
    public static Crop crop(int... width) {
        return new Crop(boxed(width), boxed(width));
    }

    /// Returns a layer that makes pictures larger by laying their channels side by side: see
    /// [PixelShuffle].
    public static PixelShuffle pixelShuffle(int factor) {
        return new PixelShuffle(factor);
    }

    /// Returns a layer that makes pictures smaller by laying small squares into channels: see
    /// [PixelUnshuffle].
    public static PixelUnshuffle pixelUnshuffle(int factor) {
        return new PixelUnshuffle(factor);
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

    /// Returns a normalisation of each of `groups` groups of channels of each example: see
    /// [GroupNorm].
    public static GroupNorm.Spec groupNorm(int groups) {
        return GroupNorm.Spec.of(groups);
    }

    /// Returns a normalisation of each channel of each example over its positions: see
    /// [InstanceNorm].
    public static InstanceNorm.Spec instanceNorm() {
        return InstanceNorm.Spec.USUAL;
    }

    /// Returns a normalisation of the features of each example by their mean square: see [RmsNorm].
    public static RmsNorm.Spec rmsNorm() {
        return RmsNorm.Spec.USUAL;
    }

    /// Returns a layer that brings the features of each example to length 1: see [UnitNorm].
    public static UnitNorm unitNorm() {
        return unitNorm(-1);
    }

    /// Returns a layer that brings vectors along an axis of each example to length 1: see
    /// [UnitNorm].
    public static UnitNorm unitNorm(int axis) {
        return new UnitNorm(axis);
    }

    /// Returns `layer` with its weight divided by the most it stretches any input: see
    /// [SpectralNorm].
    public static SpectralNorm.Spec spectralNorm(LayerSpec layer) {
        return SpectralNorm.Spec.of(layer);
    }

    /// Returns `layer` with the length of its weights learned apart from their direction: see
    /// [WeightNorm].
    public static WeightNorm.Spec weightNorm(LayerSpec layer) {
        return new WeightNorm.Spec(layer);
    }

    // ---- activations

    /// Returns `activation` as a layer of its own.
    public static Activation activation(Activation activation) {
        return activation;
    }

    /// Returns an activation that multiplies what is below 0 by `slope`.
    public static Activation leakyRelu(double slope) {
        return new Rectifier.LeakyRelu(slope);
    }

    /// Returns an activation that tends smoothly to `-alpha` below 0.
    public static Activation elu(double alpha) {
        return new Rectifier.Elu(alpha);
    }

    /// Returns an activation that tends smoothly to `-alpha` below 0, with a slope of 1 at 0.
    public static Activation celu(double alpha) {
        return new Rectifier.Celu(alpha);
    }

    /// Returns an activation that puts `value` where `threshold` is not exceeded.
    public static Activation threshold(double threshold, double value) {
        return new Rectifier.Threshold(threshold, value);
    }

    /// Returns an activation that cuts off what lies outside of two limits.
    public static Activation hardTanh(double low, double high) {
        return new Squash.HardTanh(low, high);
    }

    /// Returns an activation that moves each number by `lambda` towards 0 and no further.
    public static Activation softShrink(double lambda) {
        return new Shrink.SoftShrink(lambda);
    }

    /// Returns an activation that makes what is no further than `lambda` from 0 to 0.
    public static Activation hardShrink(double lambda) {
        return new Shrink.HardShrink(lambda);
    }

    /// Returns a rectifier that learns the slope below 0 of each channel: see [Prelu].
    public static Prelu.Spec prelu() {
        return Prelu.Spec.USUAL;
    }

    /// Returns a dense layer half of whose weights make gates for the other half: see [GatedDense].
    public static GatedDense.Spec gatedDense(int outputs, Activation gate) {
        return GatedDense.Spec.of(outputs, gate);
    }

    /// Returns a gated dense layer with [#SILU], as in LLaMA and PaLM: see [GatedDense].
    public static GatedDense.Spec swiglu(int outputs) {
        return gatedDense(outputs, SILU);
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

    // ---- attention and transformers

    /// Returns a layer in which every place of a text looks at the others: see [MultiHeadAttention].
    public static MultiHeadAttention.Spec multiHeadAttention(int heads) {
        return MultiHeadAttention.Spec.of(heads);
    }

    /// Returns a merge in which every place of a text looks at another text: see [CrossAttention].
    public static CrossAttention.Spec crossAttention(int heads) {
        return CrossAttention.Spec.of(heads);
    }

    /// Returns a layer that thinks about each place by itself: see [FeedForward].
    public static FeedForward.Spec feedForward(int hidden) {
        return feedForward(hidden, RELU);
    }

    /// Returns a layer that thinks about each place by itself: see [FeedForward].
    public static FeedForward.Spec feedForward(int hidden, Activation activation) {
        return FeedForward.Spec.of(hidden, activation);
    }

    /// Returns the block that language models are stacked from: see [TransformerEncoder].
    public static TransformerEncoder.Spec transformerEncoder(int heads, int hidden) {
        return TransformerEncoder.Spec.of(heads, hidden);
    }

    /// Returns the block that writes a text with another before its eyes: see [TransformerDecoder].
    public static TransformerDecoder.Spec transformerDecoder(int heads, int hidden) {
        return TransformerDecoder.Spec.of(heads, hidden);
    }

    /// Returns a small language model, which reads tokens and writes on: see [Gpt].
    public static Gpt.Spec gpt() {
        return Gpt.Spec.SMALL;
    }

    /// Returns a small encoder, which reads a text from both sides: see [Bert].
    public static Bert.Spec bert() {
        return Bert.Spec.SMALL;
    }

    /// Returns how a language model chooses tokens, by the shares it states: see [Sampling].
    public static Sampling sampling() {
        return Sampling.USUAL;
    }

    // ---- around other layers

    /// Returns `layer` as training leaves it alone: see [Frozen].
    public static Frozen.Spec frozen(LayerSpec layer) {
        return new Frozen.Spec(layer);
    }

    /// Returns a layer with the weights of `trained`, which training leaves alone: see [Frozen].
    public static Frozen.Spec frozen(Layer trained) {
        return new Frozen.Spec(reuse(trained));
    }

    /// Returns a layer without parameters that behaves in training as outside of it: see [Frozen].
    public static Frozen.Spec frozen(Stateless layer) {
        return new Frozen.Spec(layer);
    }

    /// Returns a layer like `trained`, which begins with a copy of its weights.
    public static LayerSpec reuse(Layer trained) {
        return new Reused(trained);
    }

    /// Returns a dense layer that stays as it is, with a thin product of matrices beside it that is
    /// trained: see [LowRank].
    public static LowRank.Spec lowRank(int rank, LayerSpec dense) {
        return LowRank.Spec.of(rank, dense);
    }

    /// Returns a trained dense layer that stays as it is, with a thin product of matrices beside it
    /// that is trained: see [LowRank].
    public static LowRank.Spec lowRank(int rank, Dense trained) {
        return LowRank.Spec.of(rank, reuse(trained));
    }

    /// Returns layers to whose output their input is added: see [Residual].
    public static Residual.Spec residual(LayerSpec... layers) {
        return Residual.Spec.of(List.of(layers));
    }

    /// Returns layers each of which sees what all before it have made: see [DenseBlock].
    public static DenseBlock.Spec denseBlock(LayerSpec... layers) {
        return new DenseBlock.Spec(List.of(layers));
    }

    /// Returns `times` layers each of which sees what all before it have made: see [DenseBlock].
    public static DenseBlock.Spec denseBlock(int times, LayerSpec layer) {
        return new DenseBlock.Spec(Collections.nCopies(times, layer));
    }

    /// Returns a layer that weighs channels by what a picture is as a whole: see
    /// [SqueezeExcitation].
    public static SqueezeExcitation.Spec squeezeExcitation(int reduction) {
        return SqueezeExcitation.Spec.of(reduction);
    }

    /// Returns a layer that asks `chosen` of `count` layers and weighs their answers: see
    /// [MixtureOfExperts].
    public static MixtureOfExperts.Spec mixtureOfExperts(int count, LayerSpec expert, int chosen) {
        return MixtureOfExperts.Spec.of(count, expert, chosen);
    }

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

    /// Returns a layer with a weight for every pair of numbers of two inputs: see [Bilinear].
    public static Bilinear.Spec bilinear(int outputs) {
        return Bilinear.Spec.of(outputs);
    }

    // ---- seeds

    /// Returns a seed for weights.
    public static Seed seed(long value) {
        return Seed.seed(value);
    }

    private static List<Integer> boxed(int... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
