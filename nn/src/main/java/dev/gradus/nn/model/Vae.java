package dev.gradus.nn.model;

import static dev.gradus.nn.Layers.TANH;
import static dev.gradus.nn.Layers.dense;
import static dev.gradus.nn.Layers.flatten;
import static dev.gradus.nn.Layers.reshape;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.layer.Dense;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;

/// Learns where in a space of few numbers examples lie, so that a point drawn there can be made into a new
/// example: an autoencoder whose codes are spread like a bell (Kingma and Welling 2013).
///
/// ```java
/// var vae = Vae.of(Shape.of(28, 28, 1), 500, 20).build(Shape.of(28, 28, 1), seed(1));
/// optimizer.step(vae.loss(x));
/// var pictures = vae.decode(Tensor.randomNormal(16, 20)).sigmoid();
/// ```
///
/// The encoder says mean and variance of a normal distribution; a code is drawn from it as `mean +
/// deviation × noise`, so that gradients go through; the decoder makes logits of an example whose numbers
/// lie between 0 and 1. Outside of training the code is the mean.
///
/// - input: `[batch, input...]`
/// - output: logits `[batch, input...]`
///
/// @param spec what it was built from
/// @param encoder makes features of an example
/// @param mean makes the mean of them, `[code]`
/// @param logVariance makes the logarithm of the variance of them, `[code]`
/// @param decoder makes logits of a code
public record Vae(Spec spec, Layer encoder, Dense mean, Dense logVariance, Layer decoder)
        implements BuiltLayer {
    /// Where the codes of examples lie.
    ///
    /// @param mean `[batch, code]`
    /// @param logVariance the logarithm of the variance, `[batch, code]`
    public record Codes(Tensor mean, Tensor logVariance) {
        /// Returns a code for each example: drawn anew in each training step, the mean outside of
        /// training.
        public Tensor draw() {
            var noise = normalPerStep(mean.shape()).cast(mean.type());
            var drawn = mean.add(logVariance.mul(0.5).exp().mul(noise));
            return Tensor.byMode(drawn, mean);
        }

        /// Returns how far the distributions are from the standard normal one, the divergence of Kullback
        /// and Leibler: `½ Σ (mean² + variance - 1 - log variance)`, for each example, `[batch]`.
        public Tensor divergence() {
            var each = mean.square().add(logVariance.exp()).sub(1).sub(logVariance);
            return each.sum(-1).mul(0.5);
        }

        /// Normal numbers by the method of Box and Muller (1958).
        private static Tensor normalPerStep(Shape shape) {
            // 1 - u is never 0, so that its logarithm is finite
            var radius = Tensor.randomPerStep(shape).rsub(1).log().mul(-2).sqrt();
            return radius.mul(Tensor.randomPerStep(shape).mul(2 * Math.PI).cos());
        }
    }

    /// Returns the spec of the paper for examples of numbers between 0 and 1: one hidden layer in each
    /// direction, 500 units in the paper, and `code` numbers in the middle, 20 in the paper. There,
    /// for 784 numbers, it has 815,824 parameters.
    public static Spec of(Shape input, int hidden, int code) {
        return new Spec(
                Sequential.of(flatten(), dense(hidden, TANH)),
                code,
                Sequential.of(dense(hidden, TANH), dense(input.count()), reshape(input.toArray())));
    }

    /// Returns where the codes of examples lie.
    public Codes encode(Tensor x) {
        var features = encoder.apply(x);
        return new Codes(mean.apply(features), logVariance.apply(features));
    }

    /// Returns the logits of the examples with these codes, `[batch, code]`.
    public Tensor decode(Tensor codes) {
        return decoder.apply(codes);
    }

    @Override
    public Tensor apply(Tensor x) {
        return decode(encode(x).draw());
    }

    /// Returns what training makes small: how surprising the examples are to what is made of their codes,
    /// plus how far their codes are from a bell, summed over the numbers of an example and averaged over
    /// examples. It is an upper bound of the mean of `-log p(x)`.
    ///
    /// @param x numbers from 0 to 1
    public Tensor loss(Tensor x) {
        var codes = encode(x);
        var logits = decode(codes.draw());
        if (!logits.shape().equals(x.shape())) {
            throw new ShapeException(
                    "the decoder makes %s of examples %s: it must make what was encoded"
                            .formatted(logits.shape(), x.shape()));
        }
        var truth = x.type() == logits.type() ? x : x.cast(logits.type());
        var surprise = logits.softplus().sub(logits.mul(truth)).sum().div(Math.max(1, x.size(0)));
        return surprise.add(codes.divergence().mean());
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// One before the size of its examples is known.
    ///
    /// @param encoder makes a row of features of an example
    /// @param code how many numbers a code has
    /// @param decoder makes logits of a code
    public record Spec(LayerSpec encoder, int code, LayerSpec decoder) implements LayerSpec {
        /// Checks the size of a code.
        public Spec {
            if (code < 1) {
                throw new IllegalArgumentException(
                        "a Vae was given codes of %d numbers: give at least 1".formatted(code));
            }
        }

        @Override
        public Vae build(Shape input, Seed seed) {
            var encoding = encoder.build(input, seed.child("encoder"));
            // an example without numbers tells the shape, nothing is computed
            var example = Tensor.scalar(0, encoder.inputType()).expand(Shape.of(1).append(input));
            var features = encoding.apply(example).shape();
            var row = features.range(1, features.rank());
            return new Vae(
                    this,
                    encoding,
                    dense(code).build(row, seed.child("mean")),
                    dense(code).build(row, seed.child("logVariance")),
                    decoder.build(Shape.of(code), seed.child("decoder")));
        }

        @Override
        public DType inputType() {
            return encoder.inputType();
        }

        @Override
        public String toString() {
            return "vae(%s, %d, %s)".formatted(encoder, code, decoder);
        }
    }
}
