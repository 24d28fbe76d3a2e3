package dev.gradus.io;

import dev.gradus.nn.Named;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.graph.Graph;
import dev.gradus.nn.graph.Input;
import dev.gradus.nn.graph.Part;
import dev.gradus.nn.graph.Stage;
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
import dev.gradus.nn.layer.GatedUnit;
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
import dev.gradus.nn.layer.SelfGated;
import dev.gradus.nn.layer.SeparableConvolution;
import dev.gradus.nn.layer.Shares;
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
import dev.gradus.nn.model.Vae;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The records that a model file can describe, by the names it uses. A name that does not stand
/// here is refused: a file can choose among these and can name no class.
final class SpecTypes {
    private static final Map<String, Class<? extends Record>> BY_NAME = new LinkedHashMap<>();

    static {
        // ---- dense and shape
        BY_NAME.put("dense", Dense.Spec.class);
        BY_NAME.put("flatten", Flatten.class);
        BY_NAME.put("reshape", Reshape.class);
        BY_NAME.put("permute", Permute.class);
        BY_NAME.put("repeat", Repeat.class);
        BY_NAME.put("squeeze", Squeeze.class);
        BY_NAME.put("unsqueeze", Unsqueeze.class);

        // ---- noise
        BY_NAME.put("dropout", Dropout.class);
        BY_NAME.put("spatialDropout", SpatialDropout.class);
        BY_NAME.put("dropPath", DropPath.class);
        BY_NAME.put("alphaDropout", AlphaDropout.class);
        BY_NAME.put("gaussianNoise", GaussianNoise.class);
        BY_NAME.put("gaussianDropout", GaussianDropout.class);

        // ---- convolution
        BY_NAME.put("convolution", Convolution.Spec.class);
        BY_NAME.put("depthwiseConvolution", DepthwiseConvolution.Spec.class);
        BY_NAME.put("separableConvolution", SeparableConvolution.Spec.class);
        BY_NAME.put("transposedConvolution", TransposedConvolution.Spec.class);
        BY_NAME.put("shortcut", Shortcut.class);

        // ---- pooling, resampling and borders
        BY_NAME.put("maxPool", MaxPool.class);
        BY_NAME.put("meanPool", MeanPool.class);
        BY_NAME.put("adaptiveMaxPool", AdaptiveMaxPool.class);
        BY_NAME.put("adaptiveMeanPool", AdaptiveMeanPool.class);
        BY_NAME.put("globalMax", GlobalMax.class);
        BY_NAME.put("globalMean", GlobalMean.class);
        BY_NAME.put("upSample", UpSample.class);
        BY_NAME.put("zeroPad", ZeroPad.class);
        BY_NAME.put("reflectionPad", ReflectionPad.class);
        BY_NAME.put("replicationPad", ReplicationPad.class);
        BY_NAME.put("crop", Crop.class);
        BY_NAME.put("pixelShuffle", PixelShuffle.class);
        BY_NAME.put("pixelUnshuffle", PixelUnshuffle.class);

        // ---- normalisation
        BY_NAME.put("batchNorm", BatchNorm.Spec.class);
        BY_NAME.put("layerNorm", LayerNorm.Spec.class);
        BY_NAME.put("groupNorm", GroupNorm.Spec.class);
        BY_NAME.put("instanceNorm", InstanceNorm.Spec.class);
        BY_NAME.put("rmsNorm", RmsNorm.Spec.class);
        BY_NAME.put("unitNorm", UnitNorm.class);
        BY_NAME.put("spectralNorm", SpectralNorm.Spec.class);
        BY_NAME.put("weightNorm", WeightNorm.Spec.class);

        // ---- activations
        BY_NAME.put("linear", Activation.Linear.class);
        BY_NAME.put("exponential", Activation.Exponential.class);
        BY_NAME.put("relu", Rectifier.Relu.class);
        BY_NAME.put("relu6", Rectifier.Relu6.class);
        BY_NAME.put("reluSquared", Rectifier.ReluSquared.class);
        BY_NAME.put("leakyRelu", Rectifier.LeakyRelu.class);
        BY_NAME.put("elu", Rectifier.Elu.class);
        BY_NAME.put("celu", Rectifier.Celu.class);
        BY_NAME.put("selu", Rectifier.Selu.class);
        BY_NAME.put("softplus", Rectifier.Softplus.class);
        BY_NAME.put("threshold", Rectifier.Threshold.class);
        BY_NAME.put("gelu", SelfGated.Gelu.class);
        BY_NAME.put("geluTanh", SelfGated.GeluTanh.class);
        BY_NAME.put("silu", SelfGated.Silu.class);
        BY_NAME.put("mish", SelfGated.Mish.class);
        BY_NAME.put("hardSwish", SelfGated.HardSwish.class);
        BY_NAME.put("sigmoid", Squash.Sigmoid.class);
        BY_NAME.put("hardSigmoid", Squash.HardSigmoid.class);
        BY_NAME.put("logSigmoid", Squash.LogSigmoid.class);
        BY_NAME.put("tanh", Squash.Tanh.class);
        BY_NAME.put("hardTanh", Squash.HardTanh.class);
        BY_NAME.put("softsign", Squash.Softsign.class);
        BY_NAME.put("tanhShrink", Shrink.TanhShrink.class);
        BY_NAME.put("softShrink", Shrink.SoftShrink.class);
        BY_NAME.put("hardShrink", Shrink.HardShrink.class);
        BY_NAME.put("softmax", Shares.Softmax.class);
        BY_NAME.put("logSoftmax", Shares.LogSoftmax.class);
        BY_NAME.put("sparsemax", Shares.Sparsemax.class);
        BY_NAME.put("glu", GatedUnit.Glu.class);
        BY_NAME.put("reglu", GatedUnit.Reglu.class);
        BY_NAME.put("geglu", GatedUnit.Geglu.class);
        BY_NAME.put("swiglu", GatedUnit.Swiglu.class);
        BY_NAME.put("prelu", Prelu.Spec.class);
        BY_NAME.put("gatedDense", GatedDense.Spec.class);

        // ---- words and positions
        BY_NAME.put("embedding", Embedding.Spec.class);
        BY_NAME.put("embeddingBag", EmbeddingBag.Spec.class);
        BY_NAME.put("tied", Tied.Spec.class);
        BY_NAME.put("positionEmbedding", PositionEmbedding.Spec.class);
        BY_NAME.put("sinusoidalPositions", SinusoidalPositions.class);

        // ---- recurrent
        BY_NAME.put("recurrent", Recurrent.Spec.class);
        BY_NAME.put("rnn", Cell.Rnn.class);
        BY_NAME.put("lstm", Cell.Lstm.class);
        BY_NAME.put("gru", Cell.Gru.class);
        BY_NAME.put("bidirectional", Bidirectional.Spec.class);
        BY_NAME.put("timeDistributed", TimeDistributed.Spec.class);

        // ---- attention and transformers
        BY_NAME.put("multiHeadAttention", MultiHeadAttention.Spec.class);
        BY_NAME.put("crossAttention", CrossAttention.Spec.class);
        BY_NAME.put("feedForward", FeedForward.Spec.class);
        BY_NAME.put("transformerEncoder", TransformerEncoder.Spec.class);
        BY_NAME.put("transformerDecoder", TransformerDecoder.Spec.class);
        BY_NAME.put("vae", Vae.Spec.class);
        BY_NAME.put("gpt", Gpt.Spec.class);
        BY_NAME.put("bert", Bert.Spec.class);

        // ---- around other layers
        BY_NAME.put("sequential", Sequential.Spec.class);
        BY_NAME.put("named", Named.Spec.class);
        BY_NAME.put("frozen", Frozen.Spec.class);
        BY_NAME.put("lowRank", LowRank.Spec.class);
        BY_NAME.put("residual", Residual.Spec.class);
        BY_NAME.put("denseBlock", DenseBlock.Spec.class);
        BY_NAME.put("squeezeExcitation", SqueezeExcitation.Spec.class);
        BY_NAME.put("mixtureOfExperts", MixtureOfExperts.Spec.class);

        // ---- several inputs
        BY_NAME.put("graph", Graph.Spec.class);
        BY_NAME.put("input", Input.class);
        BY_NAME.put("stage", Stage.class);
        BY_NAME.put("layer", Part.OfLayer.class);
        BY_NAME.put("merge", Part.OfMerge.class);
        BY_NAME.put("add", Add.class);
        BY_NAME.put("average", Average.class);
        BY_NAME.put("bilinear", Bilinear.Spec.class);
        BY_NAME.put("concatenate", Concatenate.class);
        BY_NAME.put("dot", Dot.class);
        BY_NAME.put("maximum", Maximum.class);
        BY_NAME.put("minimum", Minimum.class);
        BY_NAME.put("multiply", Multiply.class);
        BY_NAME.put("subtract", Subtract.class);

        // ---- initializers
        BY_NAME.put("constant", Constant.class);
        BY_NAME.put("uniform", Uniform.class);
        BY_NAME.put("normal", Normal.class);
        BY_NAME.put("truncatedNormal", TruncatedNormal.class);
        BY_NAME.put("orthogonal", Orthogonal.class);
        BY_NAME.put("varianceScaling", VarianceScaling.class);
        BY_NAME.put("identityMatrix", IdentityMatrix.class);
        BY_NAME.put("sparse", Sparse.class);
    }

    private SpecTypes() {}

    static Map<String, Class<? extends Record>> all() {
        return BY_NAME;
    }

    static Optional<String> name(Object spec) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getValue() == spec.getClass())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Class<? extends Record> type(String name) {
        var type = BY_NAME.get(name);
        if (type == null) {
            throw new ModelFileException(
                    "the file describes a '%s', which this version does not know: was it made by a newer one?"
                            .formatted(name.length() > 60 ? name.substring(0, 60) + "..." : name));
        }
        return type;
    }
}
