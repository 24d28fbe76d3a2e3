package dev.gradus.nn.layer;

import dev.gradus.nn.Stateless;
import dev.gradus.tensor.Tensor;

/// The bend in a network: a function without weights, without which any number of layers would be no
/// more than one.
///
/// An activation is given to a layer, `dense(128, RELU)`, or stands alone as a layer of its own.
/// Most look at each number by itself; [Shares] and [GatedUnit] look at all features of a row.
///
/// - input and output: `[batch, ...]`
public sealed interface Activation extends Stateless
        permits Activation.Linear,
                Activation.Exponential,
                Rectifier,
                SelfGated,
                Squash,
                Shrink,
                Shares,
                GatedUnit {
    /// No bend: `y = x`.
    Activation LINEAR = new Linear();

    /// `max(x, 0)`; the usual choice.
    Activation RELU = new Rectifier.Relu();

    /// `max(x, 0)` that ends at 6.
    Activation RELU6 = new Rectifier.Relu6();

    /// `max(x, 0)²`.
    Activation RELU_SQUARED = new Rectifier.ReluSquared();

    /// [Rectifier.LeakyRelu] with a slope of 0.01.
    Activation LEAKY_RELU = new Rectifier.LeakyRelu(0.01);

    /// [Rectifier.Elu] that tends to -1.
    Activation ELU = new Rectifier.Elu(1);

    /// [Rectifier.Celu] that tends to -1.
    Activation CELU = new Rectifier.Celu(1);

    /// Keeps mean 0 and deviation 1 from layer to layer.
    Activation SELU = new Rectifier.Selu();

    /// `log(1 + e^x)`: above 0, for numbers such as a deviation.
    Activation SOFTPLUS = new Rectifier.Softplus();

    /// `x Φ(x)`; the usual choice in transformers.
    Activation GELU = new SelfGated.Gelu();

    /// The approximation of [#GELU] that BERT and GPT-2 were trained with.
    Activation GELU_TANH = new SelfGated.GeluTanh();

    /// `x / (1 + e^-x)`.
    Activation SILU = new SelfGated.Silu();

    /// `x tanh(log(1 + e^x))`.
    Activation MISH = new SelfGated.Mish();

    /// [#SILU] drawn with a ruler.
    Activation HARD_SWISH = new SelfGated.HardSwish();

    /// `1 / (1 + e^-x)`: between 0 and 1, for probabilities.
    Activation SIGMOID = new Squash.Sigmoid();

    /// [#SIGMOID] drawn with a ruler.
    Activation HARD_SIGMOID = new Squash.HardSigmoid();

    /// The logarithm of [#SIGMOID].
    Activation LOG_SIGMOID = new Squash.LogSigmoid();

    /// The hyperbolic tangent: between -1 and 1.
    Activation TANH = new Squash.Tanh();

    /// Cuts off what lies outside of -1 and 1.
    Activation HARD_TANH = new Squash.HardTanh(-1, 1);

    /// `x / (1 + |x|)`: between -1 and 1.
    Activation SOFTSIGN = new Squash.Softsign();

    /// `x - tanh(x)`.
    Activation TANH_SHRINK = new Shrink.TanhShrink();

    /// `e^x`: above 0, for rates that are learned as logarithms.
    Activation EXPONENTIAL = new Exponential();

    /// Positive numbers that sum to 1 along the last axis. The cross-entropy loss wants the numbers
    /// before it, so a network that is trained with it ends without one.
    Activation SOFTMAX = new Shares.Softmax();

    /// The logarithm of [#SOFTMAX].
    Activation LOG_SOFTMAX = new Shares.LogSoftmax();

    /// Shares of 1 of which many are exactly 0.
    Activation SPARSEMAX = new Shares.Sparsemax();

    /// `a × sigmoid(b)`, where `a` and `b` are the halves of the features.
    Activation GLU = new GatedUnit.Glu();

    /// `a × max(b, 0)`, where `a` and `b` are the halves of the features.
    Activation REGLU = new GatedUnit.Reglu();

    /// `a × gelu(b)`, where `a` and `b` are the halves of the features.
    Activation GEGLU = new GatedUnit.Geglu();

    /// `a × silu(b)`, where `a` and `b` are the halves of the features.
    Activation SWIGLU = new GatedUnit.Swiglu();

    /// Leaves each number as it is.
    record Linear() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x;
        }

        @Override
        public String toString() {
            return "LINEAR";
        }
    }

    /// Makes any number positive: `e^x`.
    record Exponential() implements Activation {
        @Override
        public Tensor apply(Tensor x) {
            return x.exp();
        }

        @Override
        public String toString() {
            return "EXPONENTIAL";
        }
    }
}
