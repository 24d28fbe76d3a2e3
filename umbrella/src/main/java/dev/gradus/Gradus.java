package dev.gradus;

import dev.gradus.nn.Constraints;
import dev.gradus.nn.Initializers;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Layers;
import dev.gradus.nn.Losses;
import dev.gradus.nn.Optimizers;
import dev.gradus.nn.Regularizers;
import dev.gradus.nn.Schedules;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Stateless;
import dev.gradus.nn.constraint.MaxNorm;
import dev.gradus.nn.constraint.MinMaxNorm;
import dev.gradus.nn.constraint.NonNegative;
import dev.gradus.nn.constraint.UnitLength;
import dev.gradus.nn.graph.Node;
import dev.gradus.nn.graph.Shared;
import dev.gradus.nn.initializer.Constant;
import dev.gradus.nn.initializer.IdentityMatrix;
import dev.gradus.nn.initializer.Normal;
import dev.gradus.nn.initializer.Orthogonal;
import dev.gradus.nn.initializer.Sparse;
import dev.gradus.nn.initializer.TruncatedNormal;
import dev.gradus.nn.initializer.Uniform;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.AdaptiveMaxPool;
import dev.gradus.nn.layer.AdaptiveMeanPool;
import dev.gradus.nn.layer.AlphaDropout;
import dev.gradus.nn.layer.BatchNorm;
import dev.gradus.nn.layer.Bidirectional;
import dev.gradus.nn.layer.Bilinear;
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
import dev.gradus.nn.layer.Recurrent;
import dev.gradus.nn.layer.ReflectionPad;
import dev.gradus.nn.layer.Repeat;
import dev.gradus.nn.layer.ReplicationPad;
import dev.gradus.nn.layer.Reshape;
import dev.gradus.nn.layer.Residual;
import dev.gradus.nn.layer.RmsNorm;
import dev.gradus.nn.layer.SeparableConvolution;
import dev.gradus.nn.layer.Shortcut;
import dev.gradus.nn.layer.SinusoidalPositions;
import dev.gradus.nn.layer.SpatialDropout;
import dev.gradus.nn.layer.SpectralNorm;
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
import dev.gradus.nn.model.Bert;
import dev.gradus.nn.model.Gpt;
import dev.gradus.nn.model.Sampling;
import dev.gradus.nn.optimizer.Adadelta;
import dev.gradus.nn.optimizer.Adafactor;
import dev.gradus.nn.optimizer.Adagrad;
import dev.gradus.nn.optimizer.Adam;
import dev.gradus.nn.optimizer.AdamW;
import dev.gradus.nn.optimizer.Adamax;
import dev.gradus.nn.optimizer.Averaging;
import dev.gradus.nn.optimizer.Ftrl;
import dev.gradus.nn.optimizer.Group;
import dev.gradus.nn.optimizer.Lamb;
import dev.gradus.nn.optimizer.Lion;
import dev.gradus.nn.optimizer.LookAhead;
import dev.gradus.nn.optimizer.Muon;
import dev.gradus.nn.optimizer.NAdam;
import dev.gradus.nn.optimizer.OptimizerSpec;
import dev.gradus.nn.optimizer.RAdam;
import dev.gradus.nn.optimizer.RmsProp;
import dev.gradus.nn.optimizer.Rprop;
import dev.gradus.nn.optimizer.Sgd;
import dev.gradus.nn.regularizer.L1;
import dev.gradus.nn.regularizer.L1L2;
import dev.gradus.nn.regularizer.L2;
import dev.gradus.nn.regularizer.Orthogonality;
import dev.gradus.nn.schedule.ConstantRate;
import dev.gradus.nn.schedule.Cosine;
import dev.gradus.nn.schedule.CosineRestarts;
import dev.gradus.nn.schedule.Cyclic;
import dev.gradus.nn.schedule.ExponentialDecay;
import dev.gradus.nn.schedule.InverseSquareRoot;
import dev.gradus.nn.schedule.InverseTimeDecay;
import dev.gradus.nn.schedule.MilestoneDecay;
import dev.gradus.nn.schedule.OneCycle;
import dev.gradus.nn.schedule.PolynomialDecay;
import dev.gradus.nn.schedule.Ramp;
import dev.gradus.nn.schedule.ReduceOnPlateau;
import dev.gradus.nn.schedule.StepDecay;
import dev.gradus.nn.schedule.Warmup;
import dev.gradus.tensor.Autograd;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import dev.gradus.train.EarlyStopping;
import dev.gradus.train.Metric;
import dev.gradus.train.Metrics;
import dev.gradus.train.metric.Agreement;
import dev.gradus.train.metric.CalibrationError;
import dev.gradus.train.metric.ClassMetric;
import dev.gradus.train.metric.ConfusionMetric;
import dev.gradus.train.metric.DetectionMetric;
import dev.gradus.train.metric.MeanMetric;
import dev.gradus.train.metric.RankMetric;
import java.util.Collection;
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

    /// `max(x, 0)` that ends at 6.
    public static final Activation RELU6 = Layers.RELU6;

    /// `max(x, 0)²`.
    public static final Activation RELU_SQUARED = Layers.RELU_SQUARED;

    /// Lets a hundredth through below 0.
    public static final Activation LEAKY_RELU = Layers.LEAKY_RELU;

    /// Tends smoothly to -1 below 0.
    public static final Activation ELU = Layers.ELU;

    /// Tends smoothly to -1 below 0, with a slope of 1 at 0.
    public static final Activation CELU = Layers.CELU;

    /// Keeps mean 0 and deviation 1 from layer to layer.
    public static final Activation SELU = Layers.SELU;

    /// `log(1 + e^x)`: above 0, for numbers such as a deviation.
    public static final Activation SOFTPLUS = Layers.SOFTPLUS;

    /// The usual choice in transformers.
    public static final Activation GELU = Layers.GELU;

    /// The approximation of `GELU` that BERT and GPT-2 were trained with.
    public static final Activation GELU_TANH = Layers.GELU_TANH;

    /// `x / (1 + e^-x)`.
    public static final Activation SILU = Layers.SILU;

    /// `x tanh(log(1 + e^x))`.
    public static final Activation MISH = Layers.MISH;

    /// `SILU` drawn with a ruler.
    public static final Activation HARD_SWISH = Layers.HARD_SWISH;

    /// Between 0 and 1.
    public static final Activation SIGMOID = Layers.SIGMOID;

    /// `SIGMOID` drawn with a ruler.
    public static final Activation HARD_SIGMOID = Layers.HARD_SIGMOID;

    /// The logarithm of `SIGMOID`.
    public static final Activation LOG_SIGMOID = Layers.LOG_SIGMOID;

    /// Between -1 and 1.
    public static final Activation TANH = Layers.TANH;

    /// Cuts off what lies outside of -1 and 1.
    public static final Activation HARD_TANH = Layers.HARD_TANH;

    /// `x / (1 + |x|)`: between -1 and 1.
    public static final Activation SOFTSIGN = Layers.SOFTSIGN;

    /// `x - tanh(x)`.
    public static final Activation TANH_SHRINK = Layers.TANH_SHRINK;

    /// `e^x`: above 0, for rates that are learned as logarithms.
    public static final Activation EXPONENTIAL = Layers.EXPONENTIAL;

    /// Shares of 1 along the last axis.
    public static final Activation SOFTMAX = Layers.SOFTMAX;

    /// The logarithm of `SOFTMAX`.
    public static final Activation LOG_SOFTMAX = Layers.LOG_SOFTMAX;

    /// Shares of 1 of which many are exactly 0.
    public static final Activation SPARSEMAX = Layers.SPARSEMAX;

    /// `a × sigmoid(b)`, where `a` and `b` are the halves of the features.
    public static final Activation GLU = Layers.GLU;

    /// `a × max(b, 0)`, where `a` and `b` are the halves of the features.
    public static final Activation REGLU = Layers.REGLU;

    /// `a × gelu(b)`, where `a` and `b` are the halves of the features.
    public static final Activation GEGLU = Layers.GEGLU;

    /// `a × silu(b)`, where `a` and `b` are the halves of the features.
    public static final Activation SWIGLU = Layers.SWIGLU;

    /// Windows stay inside.
    public static final Padding VALID = Layers.VALID;

    /// Zeros around the edge keep the size.
    public static final Padding SAME = Layers.SAME;

    /// Zeros before the first: windows see nothing that comes after.
    public static final Padding CAUSAL = Layers.CAUSAL;

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

    /// Returns a layer that brings the axes of each example, counted from 1, into another order: see
    /// [Permute].
    public static Permute permute(int... order) {
        return Layers.permute(order);
    }

    /// Returns a layer that makes a sequence of each example by repeating it: see [Repeat].
    public static Repeat repeat(int times) {
        return Layers.repeat(times);
    }

    /// Returns a layer that takes away an axis of size 1; axis 0 is the batch: see [Squeeze].
    public static Squeeze squeeze(int axis) {
        return Layers.squeeze(axis);
    }

    /// Returns a layer that gives each example a new axis of size 1; axis 0 is the batch: see
    /// [Unsqueeze].
    public static Unsqueeze unsqueeze(int axis) {
        return Layers.unsqueeze(axis);
    }

    /// Returns a layer that does what `function` says: `lambda(x -> x.mul(2))`. A model file cannot
    /// hold a function; to read such a model again, build it and hand it in.
    public static LayerSpec lambda(Layer function) {
        return Layers.lambda(function);
    }

    /// Returns a layer that does what `function` says and is called `name` in tables and messages. A
    /// model file cannot hold a function; to read such a model again, build it and hand it in.
    public static LayerSpec lambda(String name, Layer function) {
        return Layers.lambda(name, function);
    }

    /// Returns a layer that randomly silences a share `rate` of its inputs in training: see
    /// [Dropout].
    public static Dropout dropout(double rate) {
        return Layers.dropout(rate);
    }

    /// Returns a layer that randomly silences whole channels in training: see [SpatialDropout].
    public static SpatialDropout spatialDropout(double rate) {
        return Layers.spatialDropout(rate);
    }

    /// Returns the dropout that goes with `SELU`: see [AlphaDropout].
    public static AlphaDropout alphaDropout(double rate) {
        return Layers.alphaDropout(rate);
    }

    /// Returns a layer that adds noise to each number in training: see [GaussianNoise].
    public static GaussianNoise gaussianNoise(double deviation) {
        return Layers.gaussianNoise(deviation);
    }

    /// Returns a layer that multiplies each number by noise around 1 in training: see
    /// [GaussianDropout].
    public static GaussianDropout gaussianDropout(double rate) {
        return Layers.gaussianDropout(rate);
    }

    /// Returns a layer that randomly silences all of an example in training: see [DropPath].
    public static DropPath dropPath(double rate) {
        return Layers.dropPath(rate);
    }

    /// Returns a convolution of sequences, without activation: see
    /// [Convolution].
    public static Convolution.Spec conv1d(int filters, int size) {
        return Layers.conv1d(filters, size);
    }

    /// Returns a convolution of sequences: see [Convolution].
    public static Convolution.Spec conv1d(int filters, int size, Activation activation) {
        return Layers.conv1d(filters, size, activation);
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

    /// Returns a convolution of volumes or films with cubic windows, without activation: see
    /// [Convolution].
    public static Convolution.Spec conv3d(int filters, int size) {
        return Layers.conv3d(filters, size);
    }

    /// Returns a convolution of volumes or films with cubic windows: see [Convolution].
    public static Convolution.Spec conv3d(int filters, int size, Activation activation) {
        return Layers.conv3d(filters, size, activation);
    }

    /// Returns a convolution of each channel of sequences by itself, without activation: see
    /// [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv1d(int size) {
        return Layers.depthwiseConv1d(size);
    }

    /// Returns a convolution of each channel of sequences by itself: see [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv1d(int size, Activation activation) {
        return Layers.depthwiseConv1d(size, activation);
    }

    /// Returns a convolution of each channel of pictures by itself, without activation: see
    /// [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv2d(int size) {
        return Layers.depthwiseConv2d(size);
    }

    /// Returns a convolution of each channel of pictures by itself: see [DepthwiseConvolution].
    public static DepthwiseConvolution.Spec depthwiseConv2d(int size, Activation activation) {
        return Layers.depthwiseConv2d(size, activation);
    }

    /// Returns a convolution of sequences in two cheap steps, without activation: see
    /// [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv1d(int filters, int size) {
        return Layers.separableConv1d(filters, size);
    }

    /// Returns a convolution of sequences in two cheap steps: see [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv1d(
            int filters, int size, Activation activation) {
        return Layers.separableConv1d(filters, size, activation);
    }

    /// Returns a convolution of pictures in two cheap steps, without activation: see
    /// [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv2d(int filters, int size) {
        return Layers.separableConv2d(filters, size);
    }

    /// Returns a convolution of pictures in two cheap steps: see [SeparableConvolution].
    public static SeparableConvolution.Spec separableConv2d(
            int filters, int size, Activation activation) {
        return Layers.separableConv2d(filters, size, activation);
    }

    /// Returns a convolution that makes sequences longer, without activation: see
    /// [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose1d(int filters, int size) {
        return Layers.convTranspose1d(filters, size);
    }

    /// Returns a convolution that makes sequences longer: see [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose1d(
            int filters, int size, Activation activation) {
        return Layers.convTranspose1d(filters, size, activation);
    }

    /// Returns a convolution that makes pictures larger, without activation: see
    /// [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose2d(int filters, int size) {
        return Layers.convTranspose2d(filters, size);
    }

    /// Returns a convolution that makes pictures larger: see [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose2d(
            int filters, int size, Activation activation) {
        return Layers.convTranspose2d(filters, size, activation);
    }

    /// Returns a convolution that makes volumes or films larger, without activation: see
    /// [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose3d(int filters, int size) {
        return Layers.convTranspose3d(filters, size);
    }

    /// Returns a convolution that makes volumes or films larger: see [TransposedConvolution].
    public static TransposedConvolution.Spec convTranspose3d(
            int filters, int size, Activation activation) {
        return Layers.convTranspose3d(filters, size, activation);
    }

    /// Returns a layer that hands its input on past others without weights: see [Shortcut].
    public static Shortcut shortcut(int stride, int channels) {
        return Layers.shortcut(stride, channels);
    }

    /// Returns a layer that keeps the largest number of each window; windows lie side by side, and
    /// have one size along all axes or one for each: see [MaxPool].
    public static MaxPool maxPool(int... size) {
        return Layers.maxPool(size);
    }

    /// Returns a layer that keeps the mean of each window; windows lie side by side, and have one
    /// size along all axes or one for each: see [MeanPool].
    public static MeanPool meanPool(int... size) {
        return Layers.meanPool(size);
    }

    /// Returns a layer that keeps the largest number of each of `size` windows along every axis, or
    /// of so many along each: see [AdaptiveMaxPool].
    public static AdaptiveMaxPool adaptiveMaxPool(int... size) {
        return Layers.adaptiveMaxPool(size);
    }

    /// Returns a layer that keeps the mean of each of `size` windows along every axis, or of so many
    /// along each: see [AdaptiveMeanPool].
    public static AdaptiveMeanPool adaptiveMeanPool(int... size) {
        return Layers.adaptiveMeanPool(size);
    }

    /// Returns a layer that keeps the mean of each channel: see [GlobalMean].
    public static GlobalMean globalMean() {
        return Layers.globalMean();
    }

    /// Returns a layer that keeps the largest number of each channel: see [GlobalMax].
    public static GlobalMax globalMax() {
        return Layers.globalMax();
    }

    /// Returns a layer that makes pictures and sequences a whole number of times as large by
    /// repeating numbers; one factor for all axes or one for each: see [UpSample].
    public static UpSample upSample(int... factor) {
        return Layers.upSample(factor);
    }

    /// Returns a layer that surrounds its input with so many zeros on every side; one width for all
    /// axes or one for each: see [ZeroPad].
    public static ZeroPad zeroPad(int... width) {
        return Layers.zeroPad(width);
    }

    /// Returns a layer that surrounds its input with its mirror image on every side; one width for
    /// all axes or one for each: see [ReflectionPad].
    public static ReflectionPad reflectionPad(int... width) {
        return Layers.reflectionPad(width);
    }

    /// Returns a layer that surrounds its input with copies of its edge on every side; one width for
    /// all axes or one for each: see [ReplicationPad].
    public static ReplicationPad replicationPad(int... width) {
        return Layers.replicationPad(width);
    }

    /// Returns a layer that cuts off so many numbers on every side; one width for all axes or one
    /// for each: see [Crop].
    public static Crop crop(int... width) {
        return Layers.crop(width);
    }

    /// Returns a layer that makes pictures larger by laying their channels side by side: see
    /// [PixelShuffle].
    public static PixelShuffle pixelShuffle(int factor) {
        return Layers.pixelShuffle(factor);
    }

    /// Returns a layer that makes pictures smaller by laying small squares into channels: see
    /// [PixelUnshuffle].
    public static PixelUnshuffle pixelUnshuffle(int factor) {
        return Layers.pixelUnshuffle(factor);
    }

    /// Returns a normalisation of each channel over the batch: see [BatchNorm].
    public static BatchNorm.Spec batchNorm() {
        return Layers.batchNorm();
    }

    /// Returns a normalisation of the features of each example: see [LayerNorm].
    public static LayerNorm.Spec layerNorm() {
        return Layers.layerNorm();
    }

    /// Returns a normalisation of each of `groups` groups of channels of each example: see
    /// [GroupNorm].
    public static GroupNorm.Spec groupNorm(int groups) {
        return Layers.groupNorm(groups);
    }

    /// Returns a normalisation of each channel of each example over its positions: see
    /// [InstanceNorm].
    public static InstanceNorm.Spec instanceNorm() {
        return Layers.instanceNorm();
    }

    /// Returns a normalisation of the features of each example by their mean square: see [RmsNorm].
    public static RmsNorm.Spec rmsNorm() {
        return Layers.rmsNorm();
    }

    /// Returns a layer that brings the features of each example to length 1: see [UnitNorm].
    public static UnitNorm unitNorm() {
        return Layers.unitNorm();
    }

    /// Returns a layer that brings vectors along an axis of each example to length 1: see
    /// [UnitNorm].
    public static UnitNorm unitNorm(int axis) {
        return Layers.unitNorm(axis);
    }

    /// Returns `layer` with its weight divided by the most it stretches any input: see
    /// [SpectralNorm].
    public static SpectralNorm.Spec spectralNorm(LayerSpec layer) {
        return Layers.spectralNorm(layer);
    }

    /// Returns `layer` with the length of its weights learned apart from their direction: see
    /// [WeightNorm].
    public static WeightNorm.Spec weightNorm(LayerSpec layer) {
        return Layers.weightNorm(layer);
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

    /// Returns an activation that tends smoothly to `-alpha` below 0, with a slope of 1 at 0.
    public static Activation celu(double alpha) {
        return Layers.celu(alpha);
    }

    /// Returns an activation that puts `value` where `threshold` is not exceeded.
    public static Activation threshold(double threshold, double value) {
        return Layers.threshold(threshold, value);
    }

    /// Returns an activation that cuts off what lies outside of two limits.
    public static Activation hardTanh(double low, double high) {
        return Layers.hardTanh(low, high);
    }

    /// Returns an activation that moves each number by `lambda` towards 0 and no further.
    public static Activation softShrink(double lambda) {
        return Layers.softShrink(lambda);
    }

    /// Returns an activation that makes what is no further than `lambda` from 0 to 0.
    public static Activation hardShrink(double lambda) {
        return Layers.hardShrink(lambda);
    }

    /// Returns a rectifier that learns the slope below 0 of each channel: see [Prelu].
    public static Prelu.Spec prelu() {
        return Layers.prelu();
    }

    /// Returns a dense layer half of whose weights make gates for the other half: see [GatedDense].
    public static GatedDense.Spec gatedDense(int outputs, Activation gate) {
        return Layers.gatedDense(outputs, gate);
    }

    /// Returns a gated dense layer with [#SILU], as in LLaMA and PaLM: see [GatedDense].
    public static GatedDense.Spec swiglu(int outputs) {
        return Layers.swiglu(outputs);
    }

    /// Returns a layer that gives each of `vocabulary` whole numbers a vector: see [Embedding].
    public static Embedding.Spec embedding(int vocabulary, int width) {
        return Layers.embedding(vocabulary, width);
    }

    /// Returns a layer that sums up a text by the mean of its words' vectors: see [EmbeddingBag].
    public static EmbeddingBag.Spec embeddingBag(Embedding.Spec embedding) {
        return Layers.embeddingBag(embedding);
    }

    /// Returns a network that looks words up, reads them with `inner` and says which word fits with
    /// the same vectors: see [Tied].
    public static Tied.Spec tied(Embedding.Spec embedding, LayerSpec inner) {
        return Layers.tied(embedding, inner);
    }

    /// Returns a layer that adds a learned vector for each of `length` places: see
    /// [PositionEmbedding].
    public static PositionEmbedding.Spec positionEmbedding(int length) {
        return Layers.positionEmbedding(length);
    }

    /// Returns a layer that adds waves by which places differ: see [SinusoidalPositions].
    public static SinusoidalPositions sinusoidalPositions() {
        return Layers.sinusoidalPositions();
    }

    /// Returns a plain recurrent layer, `h' = tanh(x W + h U + b)`: see [Recurrent].
    public static Recurrent.Spec rnn(int width) {
        return Layers.rnn(width);
    }

    /// Returns a plain recurrent layer with another activation: see [Recurrent].
    public static Recurrent.Spec rnn(int width, Activation activation) {
        return Layers.rnn(width, activation);
    }

    /// Returns a recurrent layer with long short-term memory, the usual choice: see [Recurrent].
    public static Recurrent.Spec lstm(int width) {
        return Layers.lstm(width);
    }

    /// Returns a recurrent layer of gated units, a little smaller and quicker than `lstm`: see
    /// [Recurrent].
    public static Recurrent.Spec gru(int width) {
        return Layers.gru(width);
    }

    /// Returns two recurrent layers that read a sequence from both ends: see [Bidirectional].
    public static Bidirectional.Spec bidirectional(Recurrent.Spec layer) {
        return Layers.bidirectional(layer);
    }

    /// Returns a layer that is applied to each step of a sequence by itself: see [TimeDistributed].
    public static TimeDistributed.Spec timeDistributed(LayerSpec layer) {
        return Layers.timeDistributed(layer);
    }

    /// Returns a layer in which every place of a text looks at the others: see [MultiHeadAttention].
    public static MultiHeadAttention.Spec multiHeadAttention(int heads) {
        return Layers.multiHeadAttention(heads);
    }

    /// Returns a merge in which every place of a text looks at another text: see [CrossAttention].
    public static CrossAttention.Spec crossAttention(int heads) {
        return Layers.crossAttention(heads);
    }

    /// Returns a layer that thinks about each place by itself: see [FeedForward].
    public static FeedForward.Spec feedForward(int hidden) {
        return Layers.feedForward(hidden);
    }

    /// Returns a layer that thinks about each place by itself: see [FeedForward].
    public static FeedForward.Spec feedForward(int hidden, Activation activation) {
        return Layers.feedForward(hidden, activation);
    }

    /// Returns the block that language models are stacked from: see [TransformerEncoder].
    public static TransformerEncoder.Spec transformerEncoder(int heads, int hidden) {
        return Layers.transformerEncoder(heads, hidden);
    }

    /// Returns the block that writes a text with another before its eyes: see [TransformerDecoder].
    public static TransformerDecoder.Spec transformerDecoder(int heads, int hidden) {
        return Layers.transformerDecoder(heads, hidden);
    }

    /// Returns a small language model, which reads tokens and writes on: see [Gpt].
    public static Gpt.Spec gpt() {
        return Layers.gpt();
    }

    /// Returns a small encoder, which reads a text from both sides: see [Bert].
    public static Bert.Spec bert() {
        return Layers.bert();
    }

    /// Returns how a language model chooses tokens, by the shares it states: see [Sampling].
    public static Sampling sampling() {
        return Layers.sampling();
    }

    /// Returns `layer` as training leaves it alone: see [Frozen].
    public static Frozen.Spec frozen(LayerSpec layer) {
        return Layers.frozen(layer);
    }

    /// Returns a layer with the weights of `trained`, which training leaves alone: see [Frozen].
    public static Frozen.Spec frozen(Layer trained) {
        return Layers.frozen(trained);
    }

    /// Returns a layer without parameters that behaves in training as outside of it: see [Frozen].
    public static Frozen.Spec frozen(Stateless layer) {
        return Layers.frozen(layer);
    }

    /// Returns a layer like `trained`, which begins with a copy of its weights.
    public static LayerSpec reuse(Layer trained) {
        return Layers.reuse(trained);
    }

    /// Returns a dense layer that stays as it is, with a thin product of matrices beside it that is
    /// trained: see [LowRank].
    public static LowRank.Spec lowRank(int rank, LayerSpec dense) {
        return Layers.lowRank(rank, dense);
    }

    /// Returns a trained dense layer that stays as it is, with a thin product of matrices beside it
    /// that is trained: see [LowRank].
    public static LowRank.Spec lowRank(int rank, Dense trained) {
        return Layers.lowRank(rank, trained);
    }

    /// Returns layers to whose output their input is added: see [Residual].
    public static Residual.Spec residual(LayerSpec... layers) {
        return Layers.residual(layers);
    }

    /// Returns layers each of which sees what all before it have made: see [DenseBlock].
    public static DenseBlock.Spec denseBlock(LayerSpec... layers) {
        return Layers.denseBlock(layers);
    }

    /// Returns `times` layers each of which sees what all before it have made: see [DenseBlock].
    public static DenseBlock.Spec denseBlock(int times, LayerSpec layer) {
        return Layers.denseBlock(times, layer);
    }

    /// Returns a layer that weighs channels by what a picture is as a whole: see
    /// [SqueezeExcitation].
    public static SqueezeExcitation.Spec squeezeExcitation(int reduction) {
        return Layers.squeezeExcitation(reduction);
    }

    /// Returns a layer that asks `chosen` of `count` layers and weighs their answers: see
    /// [MixtureOfExperts].
    public static MixtureOfExperts.Spec mixtureOfExperts(int count, LayerSpec expert, int chosen) {
        return Layers.mixtureOfExperts(count, expert, chosen);
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

    /// Returns a layer with a weight for every pair of numbers of two inputs: see [Bilinear].
    public static Bilinear.Spec bilinear(int outputs) {
        return Layers.bilinear(outputs);
    }

    /// Returns a seed for weights.
    public static Seed seed(long value) {
        return Layers.seed(value);
    }

    // ---- losses

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static MeanSquaredError meanSquaredError() {
        return Losses.meanSquaredError();
    }

    /// Returns the mean of squared distances: see [MeanSquaredError].
    public static Tensor meanSquaredError(Tensor output, Tensor target) {
        return Losses.meanSquaredError(output, target);
    }

    /// Returns the mean of distances: see [MeanAbsoluteError].
    public static MeanAbsoluteError meanAbsoluteError() {
        return Losses.meanAbsoluteError();
    }

    /// Returns the mean of distances: see [MeanAbsoluteError].
    public static Tensor meanAbsoluteError(Tensor output, Tensor target) {
        return Losses.meanAbsoluteError(output, target);
    }

    /// Returns the mean of distances in percent of the target: see [MeanAbsolutePercentageError].
    public static MeanAbsolutePercentageError meanAbsolutePercentageError() {
        return Losses.meanAbsolutePercentageError();
    }

    /// Returns the mean of squared distances between logarithms: see [MeanSquaredLogarithmicError].
    public static MeanSquaredLogarithmicError meanSquaredLogarithmicError() {
        return Losses.meanSquaredLogarithmicError();
    }

    /// Returns the loss that squares distances up to `delta` only: see [Huber].
    public static Huber huber(double delta) {
        return Losses.huber(delta);
    }

    /// Returns the mean loss that squares distances up to 1 only: see [Huber].
    public static Tensor huber(Tensor output, Tensor target) {
        return Losses.huber(output, target);
    }

    /// Returns the loss that squares distances up to `beta` only, with the slope 1 beyond: see [SmoothL1].
    public static SmoothL1 smoothL1(double beta) {
        return Losses.smoothL1(beta);
    }

    /// Returns a smooth loss between squared distances and distances: see [LogCosh].
    public static LogCosh logCosh() {
        return Losses.logCosh();
    }

    /// Returns the loss of expecting counts, from logarithms of rates: see [PoissonLikelihood].
    public static PoissonLikelihood poissonLikelihood() {
        return Losses.poissonLikelihood();
    }

    /// Returns the loss of choosing one class of several, from logits: see [CrossEntropy].
    public static CrossEntropy crossEntropy() {
        return Losses.crossEntropy();
    }

    /// Returns the mean loss of choosing one class of several: see [CrossEntropy].
    public static Tensor crossEntropy(Tensor logits, Tensor target) {
        return Losses.crossEntropy(logits, target);
    }

    /// Returns the loss of choosing one class of several, from log-probabilities: see [NegativeLogLikelihood].
    public static NegativeLogLikelihood negativeLogLikelihood() {
        return Losses.negativeLogLikelihood();
    }

    /// Returns a cross-entropy that looks away from what is easy, from logits: see [FocalCrossEntropy].
    public static FocalCrossEntropy focalCrossEntropy() {
        return Losses.focalCrossEntropy();
    }

    /// Returns a cross-entropy that bears labels which may be wrong, from logits: see
    /// [GeneralizedCrossEntropy].
    public static GeneralizedCrossEntropy generalizedCrossEntropy(double q) {
        return Losses.generalizedCrossEntropy(q);
    }

    /// Returns how far a distribution is from the right one, from log-probabilities: see [KlDivergence].
    public static KlDivergence klDivergence() {
        return Losses.klDivergence();
    }

    /// Returns the loss that asks of the right class to be ahead of the best other by 1: see [CategoricalHinge].
    public static CategoricalHinge categoricalHinge() {
        return Losses.categoricalHinge();
    }

    /// Returns the loss that asks of the right class to be ahead of each other by a margin: see [MultiMargin].
    public static MultiMargin multiMargin() {
        return Losses.multiMargin();
    }

    /// Returns the loss that asks of each right class to be ahead of each wrong one by 1: see [MultiLabelMargin].
    public static MultiLabelMargin multiLabelMargin() {
        return Losses.multiLabelMargin();
    }

    /// Returns the loss of answering yes or no, from logits: see [BinaryCrossEntropy].
    public static BinaryCrossEntropy binaryCrossEntropy() {
        return Losses.binaryCrossEntropy();
    }

    /// Returns the mean loss of answering yes or no: see [BinaryCrossEntropy].
    public static Tensor binaryCrossEntropy(Tensor logits, Tensor targets) {
        return Losses.binaryCrossEntropy(logits, targets);
    }

    /// Returns a binary cross-entropy that looks away from what is easy, from logits: see [BinaryFocalCrossEntropy].
    public static BinaryFocalCrossEntropy binaryFocalCrossEntropy() {
        return Losses.binaryFocalCrossEntropy();
    }

    /// Returns the loss that asks of answers yes or no to be right by 1: see [Hinge].
    public static Hinge hinge() {
        return Losses.hinge();
    }

    /// Returns the square of the hinge loss: see [SquaredHinge].
    public static SquaredHinge squaredHinge() {
        return Losses.squaredHinge();
    }

    /// Returns the smooth relative of the hinge loss: see [SoftMargin].
    public static SoftMargin softMargin() {
        return Losses.softMargin();
    }

    /// Returns how little of two regions overlaps, from logits: see [Dice].
    public static Dice dice() {
        return Losses.dice();
    }

    /// Returns one minus intersection over union of two regions, from logits: see [Jaccard].
    public static Jaccard jaccard() {
        return Losses.jaccard();
    }

    /// Returns one minus the overlap, with a price `alpha` for marking wrongly and `beta` for missing: see [Tversky].
    public static Tversky tversky(double alpha, double beta) {
        return Losses.tversky(alpha, beta);
    }

    /// Returns one minus the cosine between output and target: see [CosineDistance].
    public static CosineDistance cosineDistance() {
        return Losses.cosineDistance();
    }

    /// Returns the loss of distances that should be small, or at least `margin`: see [HingeEmbedding].
    public static HingeEmbedding hingeEmbedding(double margin) {
        return Losses.hingeEmbedding(margin);
    }

    /// Returns the loss of pairs that should have the same direction or not: see [CosineEmbedding].
    public static CosineEmbedding cosineEmbedding() {
        return Losses.cosineEmbedding();
    }

    /// Returns the loss of pairs that should be near or at least 1 apart: see [Contrastive].
    public static Contrastive contrastive() {
        return Losses.contrastive();
    }

    /// Returns the loss of an anchor that should be nearer to its kind, by 1: see [TripletMargin].
    public static TripletMargin tripletMargin() {
        return Losses.tripletMargin();
    }

    /// Returns the loss of two scores that should be in the right order: see [MarginRanking].
    public static MarginRanking marginRanking() {
        return Losses.marginRanking();
    }

    /// Returns the loss of queries that must find their keys: see [InfoNce].
    public static InfoNce infoNce(double temperature) {
        return Losses.infoNce(temperature);
    }

    /// Returns the loss of vectors that must find their other versions: see [NtXent].
    public static NtXent ntXent(double temperature) {
        return Losses.ntXent(temperature);
    }

    /// Returns the loss of vectors that should have the direction of their label: see [Circle].
    public static Circle circle() {
        return Losses.circle();
    }

    /// Returns the loss of expecting a number, from mean and variance: see [GaussianLikelihood].
    public static GaussianLikelihood gaussianLikelihood() {
        return Losses.gaussianLikelihood();
    }

    /// Returns the loss of a text along a sequence, wherever its letters stand: see [Ctc].
    public static Ctc ctc() {
        return Losses.ctc();
    }

    // ---- regularizers

    /// Returns a price on weights that are not 0, to be added to a loss: see [L1].
    public static L1 l1(double strength) {
        return Regularizers.l1(strength);
    }

    /// Returns a price on large weights, to be added to a loss: see [L2].
    public static L2 l2(double strength) {
        return Regularizers.l2(strength);
    }

    /// Returns the prices on weights that are not 0 and on large ones together: see [L1L2].
    public static L1L2 l1l2(double l1, double l2) {
        return Regularizers.l1l2(l1, l2);
    }

    /// Returns a price on units that look for the same: see [Orthogonality].
    public static Orthogonality orthogonality(double strength) {
        return Regularizers.orthogonality(strength);
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

    /// Returns [Adam] that measures steps by the largest gradient lately: see [Adamax].
    public static Adamax adamax(double learningRate) {
        return Optimizers.adamax(learningRate);
    }

    /// Returns [Adam] with Nesterov's momentum: see [NAdam].
    public static NAdam nAdam(double learningRate) {
        return Optimizers.nAdam(learningRate);
    }

    /// Returns [Adam] that needs no warm-up: see [RAdam].
    public static RAdam rAdam(double learningRate) {
        return Optimizers.rAdam(learningRate);
    }

    /// Returns a rule whose steps shrink the more a weight has moved: see [Adagrad].
    public static Adagrad adagrad(double learningRate) {
        return Optimizers.adagrad(learningRate);
    }

    /// Returns a rule that finds the size of steps by itself: see [Adadelta].
    public static Adadelta adadelta(double learningRate) {
        return Optimizers.adadelta(learningRate);
    }

    /// Returns a rule that divides gradients by how large they usually are: see [RmsProp].
    public static RmsProp rmsProp(double learningRate) {
        return Optimizers.rmsProp(learningRate);
    }

    /// Returns [Adam] that remembers little of large matrices: see [Adafactor].
    public static Adafactor adafactor(double learningRate) {
        return Optimizers.adafactor(learningRate);
    }

    /// Returns a rule that moves all weights by the same distance: see [Lion].
    public static Lion lion(double learningRate) {
        return Optimizers.lion(learningRate);
    }

    /// Returns [AdamW] for very large batches: see [Lamb].
    public static Lamb lamb(double learningRate) {
        return Optimizers.lamb(learningRate);
    }

    /// Returns a rule that turns matrices in all directions alike: see [Muon].
    public static Muon muon(double learningRate) {
        return Optimizers.muon(learningRate);
    }

    /// Returns a rule for training on all examples at once, which looks at signs alone: see
    /// [Rprop].
    public static Rprop rprop(double learningRate) {
        return Optimizers.rprop(learningRate);
    }

    /// Returns a rule for sparse linear models of very many features: see [Ftrl].
    public static Ftrl ftrl(double learningRate) {
        return Optimizers.ftrl(learningRate);
    }

    /// Returns a rule that explores with `rule` and goes half of the way: see [LookAhead].
    public static LookAhead lookAhead(OptimizerSpec rule) {
        return Optimizers.lookAhead(rule);
    }

    /// Returns the trainable parameters of `layer` with a rule of their own: see
    /// [dev.gradus.nn.optimizer.Optimizer#of].
    public static Group group(OptimizerSpec rule, Layer layer) {
        return Optimizers.group(rule, layer);
    }

    /// Returns the trainable ones of `parameters` with a rule of their own: see
    /// [dev.gradus.nn.optimizer.Optimizer#of].
    public static Group group(OptimizerSpec rule, Collection<Parameter> parameters) {
        return Optimizers.group(rule, parameters);
    }

    /// Returns an average that follows the weights slowly: see [Averaging.Exponential].
    public static Averaging.Exponential ema(double decay) {
        return Optimizers.ema(decay);
    }

    /// Returns the plain mean of the weights after each step: see [Averaging.Mean].
    public static Averaging.Mean swa() {
        return Optimizers.swa();
    }

    // ---- schedules

    /// Returns a rate that grows evenly over the first steps: see [Warmup].
    public static Warmup warmup(long steps) {
        return Schedules.warmup(steps);
    }

    /// Returns a factor that leads evenly from one to another: see [Ramp].
    public static Ramp ramp(double from, double to, long steps) {
        return Schedules.ramp(from, to, steps);
    }

    /// Returns a factor that stays: see [ConstantRate].
    public static ConstantRate constantRate(double factor) {
        return Schedules.constantRate(factor);
    }

    /// Returns a rate that is multiplied by `factor` each `every` steps: see [StepDecay].
    public static StepDecay stepDecay(long every, double factor) {
        return Schedules.stepDecay(every, factor);
    }

    /// Returns a rate that is multiplied by `factor` at certain steps: see [MilestoneDecay].
    public static MilestoneDecay milestoneDecay(double factor, long... milestones) {
        return Schedules.milestoneDecay(factor, milestones);
    }

    /// Returns a rate that is multiplied by `factor` in each step: see [ExponentialDecay].
    public static ExponentialDecay exponentialDecay(double factor) {
        return Schedules.exponentialDecay(factor);
    }

    /// Returns a rate that falls like one over the time: see [InverseTimeDecay].
    public static InverseTimeDecay inverseTimeDecay(double speed) {
        return Schedules.inverseTimeDecay(speed);
    }

    /// Returns a rate that grows over `warmup` steps and then falls slowly: see
    /// [InverseSquareRoot].
    public static InverseSquareRoot inverseSquareRoot(long warmup) {
        return Schedules.inverseSquareRoot(warmup);
    }

    /// Returns a rate that falls evenly to 0 over the whole run: see [PolynomialDecay].
    public static PolynomialDecay polynomialDecay() {
        return Schedules.polynomialDecay();
    }

    /// Returns a rate that falls evenly to 0 in `steps` steps: see [PolynomialDecay].
    public static PolynomialDecay polynomialDecay(long steps) {
        return Schedules.polynomialDecay(steps);
    }

    /// Returns a rate that falls to 0 along half a wave over the whole run: see [Cosine].
    public static Cosine cosine() {
        return Schedules.cosine();
    }

    /// Returns a rate that falls to 0 along half a wave in `steps` steps: see [Cosine].
    public static Cosine cosine(long steps) {
        return Schedules.cosine(steps);
    }

    /// Returns a rate that falls along waves which begin anew, the first after `first` steps: see
    /// [CosineRestarts].
    public static CosineRestarts cosineRestarts(long first) {
        return Schedules.cosineRestarts(first);
    }

    /// Returns a rate that rises once and falls far over the whole run: see [OneCycle].
    public static OneCycle oneCycle() {
        return Schedules.oneCycle();
    }

    /// Returns a rate that rises once and falls far in `steps` steps: see [OneCycle].
    public static OneCycle oneCycle(long steps) {
        return Schedules.oneCycle(steps);
    }

    /// Returns a rate that rises for `half` steps and falls for as many, again and again: see
    /// [Cyclic].
    public static Cyclic cyclic(long half) {
        return Schedules.cyclic(half);
    }

    /// Returns a rate that becomes smaller when the validation loss no longer falls: see
    /// [ReduceOnPlateau].
    public static ReduceOnPlateau reduceOnPlateau() {
        return Schedules.reduceOnPlateau();
    }

    // ---- constraints

    /// Returns a limit on the length of the weights that lead to a unit: see [MaxNorm].
    public static MaxNorm maxNorm(double most) {
        return Constraints.maxNorm(most);
    }

    /// Returns two limits on the length of the weights that lead to a unit: see [MinMaxNorm].
    public static MinMaxNorm minMaxNorm(double least, double most) {
        return Constraints.minMaxNorm(least, most);
    }

    /// Returns the constraint that the weights which lead to a unit have the length 1: see
    /// [UnitLength].
    public static UnitLength unitLength() {
        return Constraints.unitLength();
    }

    /// Returns the constraint that no weight is below 0: see [NonNegative].
    public static NonNegative nonNegative() {
        return Constraints.nonNegative();
    }

    // ---- initializers

    /// Returns weights that begin with 0: see [Constant].
    public static Constant zeros() {
        return Initializers.zeros();
    }

    /// Returns weights that begin with 1: see [Constant].
    public static Constant ones() {
        return Initializers.ones();
    }

    /// Returns weights that all begin with `value`: see [Constant].
    public static Constant constant(double value) {
        return Initializers.constant(value);
    }

    /// Returns weights spread evenly: see [Uniform].
    public static Uniform uniform(double low, double high) {
        return Initializers.uniform(low, high);
    }

    /// Returns weights spread around 0 like a bell: see [Normal].
    public static Normal normal(double deviation) {
        return Initializers.normal(deviation);
    }

    /// Returns weights spread like a bell without its far ends: see [TruncatedNormal].
    public static TruncatedNormal truncatedNormal(double deviation) {
        return Initializers.truncatedNormal(deviation);
    }

    /// Returns uniform weights for a symmetric activation or none: see [VarianceScaling].
    public static VarianceScaling glorotUniform() {
        return Initializers.glorotUniform();
    }

    /// Returns normal weights for a symmetric activation or none: see [VarianceScaling].
    public static VarianceScaling glorotNormal() {
        return Initializers.glorotNormal();
    }

    /// Returns uniform weights for an activation that cuts off half of the numbers: see
    /// [VarianceScaling].
    public static VarianceScaling heUniform() {
        return Initializers.heUniform();
    }

    /// Returns normal weights for an activation that cuts off half of the numbers: see
    /// [VarianceScaling].
    public static VarianceScaling heNormal() {
        return Initializers.heNormal();
    }

    /// Returns uniform weights whose variance is one over the inputs: see [VarianceScaling].
    public static VarianceScaling leCunUniform() {
        return Initializers.leCunUniform();
    }

    /// Returns normal weights whose variance is one over the inputs: see [VarianceScaling].
    public static VarianceScaling leCunNormal() {
        return Initializers.leCunNormal();
    }

    /// Returns weights whose variance is `scale` over the numbers that meet in a unit: see
    /// [VarianceScaling].
    public static VarianceScaling varianceScaling(
            double scale, VarianceScaling.Fan fan, VarianceScaling.Distribution distribution) {
        return Initializers.varianceScaling(scale, fan, distribution);
    }

    /// Returns weights that turn their input without stretching it: see [Orthogonal].
    public static Orthogonal orthogonal() {
        return Initializers.orthogonal();
    }

    /// Returns weights that turn their input and stretch it by `gain`: see [Orthogonal].
    public static Orthogonal orthogonal(double gain) {
        return Initializers.orthogonal(gain);
    }

    /// Returns a matrix that lets its input through as it is: see [IdentityMatrix].
    public static IdentityMatrix identityMatrix() {
        return Initializers.identityMatrix();
    }

    /// Returns filters of a convolution that let its input through as it is: see [IdentityMatrix].
    public static IdentityMatrix dirac() {
        return Initializers.dirac();
    }

    /// Returns normal weights of which a share is 0, with a deviation of 0.01: see [Sparse].
    public static Sparse sparse(double share) {
        return Initializers.sparse(share);
    }

    // ---- early stopping

    /// Returns the usual rule: a patience of 3 epochs, in which any improvement counts.
    public static EarlyStopping early() {
        return EarlyStopping.early();
    }

    // ---- metrics

    /// Returns the share of examples that are given the class they have.
    public static MeanMetric accuracy() {
        return Metrics.accuracy();
    }

    /// Returns the share of examples whose class is among the `count` likeliest.
    public static MeanMetric topAccuracy(int count) {
        return Metrics.topAccuracy(count);
    }

    /// Returns the mean recall of the classes that are there: accuracy in which rare classes count as much
    /// as common ones.
    public static ConfusionMetric balancedAccuracy() {
        return Metrics.balancedAccuracy();
    }

    /// Returns, of the examples called class 1, the share that are; of other classes or their mean with
    /// `of(class)`, `macro()`, `micro()` or `weighted()`.
    public static ClassMetric precision() {
        return Metrics.precision();
    }

    /// Returns, of the examples that are class 1, the share called so; of other classes or their mean with
    /// `of(class)`, `macro()`, `micro()` or `weighted()`.
    public static ClassMetric recall() {
        return Metrics.recall();
    }

    /// Returns precision and recall of class 1 in one number, their harmonic mean; of other classes or their
    /// mean with `of(class)`, `macro()`, `micro()` or `weighted()`.
    public static ClassMetric f1() {
        return Metrics.f1();
    }

    /// Returns precision and recall of class 1 in one number, in which recall counts `beta` times as much.
    public static ClassMetric fBeta(double beta) {
        return Metrics.fBeta(beta);
    }

    /// Returns, of the examples that are not class 1, the share not called so.
    public static ClassMetric specificity() {
        return Metrics.specificity();
    }

    /// Returns what was rightly called class 1 as a share of all that is or was called so: intersection over
    /// union.
    public static ClassMetric jaccardIndex() {
        return Metrics.jaccardIndex();
    }

    /// Returns the mean F1 of all classes, in which rare classes count as much as common ones.
    public static ClassMetric macroF1() {
        return Metrics.macroF1();
    }

    /// Returns the mean precision of all classes.
    public static ClassMetric macroPrecision() {
        return Metrics.macroPrecision();
    }

    /// Returns the mean recall of all classes.
    public static ClassMetric macroRecall() {
        return Metrics.macroRecall();
    }

    /// Returns how truth and answers go together, from -1 to 1, where 0 is chance.
    public static ConfusionMetric matthewsCorrelation() {
        return Metrics.matthewsCorrelation();
    }

    /// Returns how far truth and answers agree beyond chance: 1 is perfect, 0 is chance.
    public static ConfusionMetric cohenKappa() {
        return Metrics.cohenKappa();
    }

    /// Returns how far truth and answers agree beyond chance where classes are in order, so that mistakes
    /// are as bad as they are far.
    public static ConfusionMetric cohenKappa(Agreement.Distance distance) {
        return Metrics.cohenKappa(distance);
    }

    /// Returns the share of labels that are wrong, where an example has any number of labels.
    public static MeanMetric hammingLoss() {
        return Metrics.hammingLoss();
    }

    /// Returns the share of examples of which every label is right, where an example has any number of
    /// labels.
    public static MeanMetric exactMatch() {
        return Metrics.exactMatch();
    }

    /// Returns the mean of `-log p` of the class that is so; being sure of something wrong costs most.
    public static MeanMetric logLoss() {
        return Metrics.logLoss();
    }

    /// Returns the mean squared distance of probabilities from what is so.
    public static MeanMetric brierScore() {
        return Metrics.brierScore();
    }

    /// Returns how far probabilities are from how often things are so, in 15 bins.
    public static CalibrationError calibrationError() {
        return Metrics.calibrationError();
    }

    /// Returns the mean absolute error, the mean of `|y - p|`.
    public static Metric mae() {
        return Metrics.mae();
    }

    /// Returns the mean squared error, the mean of `(y - p)²`.
    public static Metric mse() {
        return Metrics.mse();
    }

    /// Returns the root mean squared error, an error of the size of the numbers themselves.
    public static Metric rmse() {
        return Metrics.rmse();
    }

    /// Returns the mean absolute percentage error, the mean of `|y - p| / |y|`: 0.1 is 10 %.
    public static Metric mape() {
        return Metrics.mape();
    }

    /// Returns the symmetric mean absolute percentage error, the mean of `2 |y - p| / (|y| + |p|)`.
    public static Metric smape() {
        return Metrics.smape();
    }

    /// Returns the weighted mean absolute percentage error, `Σ|y - p| / Σ|y|`, which small targets do not
    /// spoil.
    public static Metric wmape() {
        return Metrics.wmape();
    }

    /// Returns the mean squared logarithmic error, the mean of `(log(1 + y) - log(1 + p))²`.
    public static Metric msle() {
        return Metrics.msle();
    }

    /// Returns the median of `|y - p|`, which a few wild numbers do not move.
    public static Metric medianAbsoluteError() {
        return Metrics.medianAbsoluteError();
    }

    /// Returns the largest `|y - p|`.
    public static Metric maxError() {
        return Metrics.maxError();
    }

    /// Returns the share of the variance that is explained: 1 is perfect, 0 is answering the mean.
    public static Metric r2() {
        return Metrics.r2();
    }

    /// Returns the share of the variance that is explained where an error that is always the same costs
    /// nothing.
    public static Metric explainedVariance() {
        return Metrics.explainedVariance();
    }

    /// Returns the correlation of numbers and what they should be.
    public static Metric pearsonCorrelation() {
        return Metrics.pearsonCorrelation();
    }

    /// Returns the correlation of their ranks.
    public static Metric spearmanCorrelation() {
        return Metrics.spearmanCorrelation();
    }

    /// Returns the correlation that also falls with the distance of the means and of the deviations.
    public static Metric concordanceCorrelation() {
        return Metrics.concordanceCorrelation();
    }

    /// Returns the mean cosine of the angle between the numbers of an example and what they should be.
    public static MeanMetric meanCosineSimilarity() {
        return Metrics.meanCosineSimilarity();
    }

    /// Returns the area under the receiver operating characteristic: how likely something that is so has a
    /// larger score than something that is not. Of several classes, the mean of each against the rest.
    public static RankMetric rocAuc() {
        return Metrics.rocAuc();
    }

    /// Returns the mean precision over steps of recall, the area under the curve of precision and recall. Of
    /// several classes, the mean of each against the rest.
    public static RankMetric averagePrecision() {
        return Metrics.averagePrecision();
    }

    /// Returns how near a ranking comes to the best one, where documents are more or less relevant and those
    /// further down count less.
    public static MeanMetric ndcg() {
        return Metrics.ndcg();
    }

    /// Returns how near the first `count` documents come to the best ones.
    public static MeanMetric ndcg(int count) {
        return Metrics.ndcg(count);
    }

    /// Returns the mean of `1 / place` of the first relevant document.
    public static MeanMetric meanReciprocalRank() {
        return Metrics.meanReciprocalRank();
    }

    /// Returns the share of queries with a relevant document among the first `count`.
    public static MeanMetric hitRate(int count) {
        return Metrics.hitRate(count);
    }

    /// Returns the mean share of the relevant documents that are among the first `count`.
    public static MeanMetric recallAt(int count) {
        return Metrics.recallAt(count);
    }

    /// Returns the mean share of the first `count` documents that are relevant.
    public static MeanMetric precisionAt(int count) {
        return Metrics.precisionAt(count);
    }

    /// Returns the mean over queries of the mean precision at the places of relevant documents.
    public static MeanMetric rankingPrecision() {
        return Metrics.rankingPrecision();
    }

    /// Returns among how many equally likely words a language model is as unsure: `exp` of the mean of
    /// `-log p` of the words that come.
    public static MeanMetric perplexity() {
        return Metrics.perplexity();
    }

    /// Returns the share of words that are given right; `.ignoring(label)` leaves out what only fills up.
    public static MeanMetric tokenAccuracy() {
        return Metrics.tokenAccuracy();
    }

    /// Returns the mean over classes of intersection over union of the pixels of a class and those called
    /// so.
    public static ClassMetric meanIoU() {
        return Metrics.meanIoU();
    }

    /// Returns twice the intersection over the sum of the pixels of a class and those called so, the mean
    /// over classes.
    public static ClassMetric diceCoefficient() {
        return Metrics.diceCoefficient();
    }

    /// Returns how well things in pictures are found and framed, as COCO defines it; `.at(0.5)` asks for one
    /// overlap.
    public static DetectionMetric meanAveragePrecision() {
        return Metrics.meanAveragePrecision();
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
