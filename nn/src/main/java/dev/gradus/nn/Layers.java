package dev.gradus.nn;

import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.AlphaDropout;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Bilinear;
import dev.gradus.nn.layer.Convolution;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.DenseBlock;
import dev.gradus.nn.layer.DropPath;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.Embedding;
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
import dev.gradus.nn.layer.Prelu;
import dev.gradus.nn.layer.Rectifier;
import dev.gradus.nn.layer.Reshape;
import dev.gradus.nn.layer.Residual;
import dev.gradus.nn.layer.RmsNorm;
import dev.gradus.nn.layer.Shrink;
import dev.gradus.nn.layer.SpatialDropout;
import dev.gradus.nn.layer.SpectralNorm;
import dev.gradus.nn.layer.Squash;
import dev.gradus.nn.layer.SqueezeExcitation;
import dev.gradus.nn.layer.UnitNorm;
import dev.gradus.nn.layer.WeightNorm;
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

    // ---- recurrent

    // ---- attention and transformers

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

    /// Returns a layer with a weight for every pair of numbers of two inputs: see [Bilinear].
    public static Bilinear.Spec bilinear(int outputs) {
        return Bilinear.Spec.of(outputs);
    }

    // ---- seeds

    /// Returns a seed for weights.
    public static Seed seed(long value) {
        return Seed.seed(value);
    }
}
