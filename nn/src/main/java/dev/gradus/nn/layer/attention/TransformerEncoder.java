package dev.gradus.nn.layer.attention;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Lets every place of a text look at the others, then thinks about each by itself: the block that
/// language models are stacked from.
///
/// As it was published (Vaswani and others 2017), and as PyTorch and Keras build it, each half is
/// normalised after it was added to its input:
///
/// `y = attentionNorm(x + attention(x))`, `z = feedForwardNorm(y + feedForward(y))`
///
/// With `preNorm()` each half is normalised before, and the sum passes untouched from block to block,
/// which lets deep stacks learn from the start (Xiong and others 2020):
///
/// `y = x + attention(attentionNorm(x))`, `z = y + feedForward(feedForwardNorm(y))`
///
/// - input and output: `[batch, time, features]`
///
/// @param spec what it was built from
/// @param attention the first half
/// @param attentionNorm its normalisation
/// @param feedForward the second half
/// @param feedForwardNorm its normalisation
public record TransformerEncoder(
        Spec spec,
        MultiHeadAttention attention,
        LayerNorm attentionNorm,
        FeedForward feedForward,
        LayerNorm feedForwardNorm)
        implements BuiltLayer {
    @Override
    public Tensor apply(Tensor x) {
        return apply(x, Optional.empty());
    }

    /// Returns the output where places look only where `mask` lets them; see [Attention].
    ///
    /// @param mask meets `[batch, heads, queries, keys]`, such as [Attention#paddingMask]
    public Tensor apply(Tensor x, Tensor mask) {
        return apply(x, Optional.of(mask));
    }

    private Tensor apply(Tensor x, Optional<Tensor> mask) {
        Heads.check(spec, "texts", x, attentionNorm.weight().count());
        return second(around(x, attentionNorm, y -> attention.apply(y, mask)));
    }

    /// Returns the output for the places that follow those in `cache`, and a cache that has seen them
    /// too.
    ///
    /// @throws IllegalArgumentException if the attention is not causal
    public KeyValueCache.Continued apply(Tensor x, KeyValueCache cache) {
        Heads.check(spec, "texts", x, attentionNorm.weight().count());
        var seen = attention.apply(spec.normFirst ? attentionNorm.apply(x) : x, cache);
        var y = around(x, attentionNorm, _ -> seen.output());
        return new KeyValueCache.Continued(second(y), seen.cache());
    }

    /// Returns an empty cache for `batch` texts of at most `capacity` places.
    public KeyValueCache cache(int batch, int capacity) {
        return attention.cache(batch, capacity);
    }

    private Tensor second(Tensor y) {
        return around(y, feedForwardNorm, feedForward::apply);
    }

    private Tensor around(Tensor x, LayerNorm norm, UnaryOperator<Tensor> half) {
        return Residual.around(x, norm, half, spec.normFirst, spec.dropout);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A block before the number of features is known.
    ///
    /// @param attention the first half
    /// @param feedForward the second half
    /// @param norm the normalisations
    /// @param normFirst whether each half is normalised before rather than after
    /// @param dropout the share of what each half adds that is silenced in training
    public record Spec(
            MultiHeadAttention.Spec attention,
            FeedForward.Spec feedForward,
            LayerNorm.Spec norm,
            boolean normFirst,
            double dropout)
            implements LayerSpec {
        /// Checks the rate.
        public Spec {
            new Dropout(dropout);
        }

        /// Returns the usual spec: normalised after each half, bent by [Activation#RELU].
        public static Spec of(int heads, int hidden) {
            return new Spec(
                    MultiHeadAttention.Spec.of(heads),
                    FeedForward.Spec.of(hidden, Activation.RELU),
                    LayerNorm.Spec.USUAL,
                    false,
                    0);
        }

        /// Returns this spec with each half normalised before rather than after.
        public Spec preNorm() {
            return new Spec(attention, feedForward, norm, true, dropout);
        }

        /// Returns this spec with another activation.
        public Spec activation(Activation bend) {
            return new Spec(attention, feedForward.activation(bend), norm, normFirst, dropout);
        }

        /// Returns this spec with a share silenced in training of the weights of the attention, of the
        /// features inside the second half, and of what each half adds.
        public Spec dropout(double rate) {
            return new Spec(
                    attention.dropout(rate), feedForward.dropout(rate), norm, normFirst, rate);
        }

        /// Returns this spec with a share silenced in training of the weights of the attention and of what
        /// each half adds, as GPT-2 and BERT do it.
        public Spec dropoutAround(double rate) {
            return new Spec(attention.dropout(rate), feedForward, norm, normFirst, rate);
        }

        /// Returns this spec with places that do not see what follows: a decoder without memory, as
        /// language models are stacked from.
        public Spec causal() {
            return attention(attention.causal());
        }

        /// Returns this spec with queries and keys turned by their place.
        public Spec rotary() {
            return attention(attention.rotary());
        }

        /// Returns this spec with heads that share keys and values.
        public Spec keyValueHeads(int count) {
            return attention(attention.keyValueHeads(count));
        }

        private Spec attention(MultiHeadAttention.Spec other) {
            return new Spec(other, feedForward, norm, normFirst, dropout);
        }

        /// Returns this spec with another guard against a variance of 0.
        public Spec epsilon(double guard) {
            return new Spec(attention, feedForward, norm.epsilon(guard), normFirst, dropout);
        }

        /// Returns this spec without the biases of dense layers; normalisations keep theirs.
        public Spec withoutBias() {
            return new Spec(
                    attention.withoutBias(), feedForward.withoutBias(), norm, normFirst, dropout);
        }

        /// Returns this spec with weights that begin elsewhere, those of the last product of each half by
        /// a rule of their own.
        public Spec initializer(Initializer start, Initializer outputStart) {
            return new Spec(
                    attention.initializer(start, outputStart),
                    feedForward.initializer(start, outputStart),
                    norm,
                    normFirst,
                    dropout);
        }

        @Override
        public TransformerEncoder build(Shape input, Seed seed) {
            if (input.rank() != 2) {
                throw new ShapeException(
                        "%s needs texts [time, features] but an example is %s"
                                .formatted(this, input));
            }
            return new TransformerEncoder(
                    this,
                    attention.build(input, seed.child("attention")),
                    norm.build(input, seed.child("attentionNorm")),
                    feedForward.build(input, seed.child("feedForward")),
                    norm.build(input, seed.child("feedForwardNorm")));
        }

        @Override
        public String toString() {
            var call =
                    Call.of("transformerEncoder")
                            .with(attention.heads())
                            .with(feedForward.hidden())
                            .then(normFirst, "preNorm()")
                            .then(
                                    !feedForward.activation().equals(Activation.RELU),
                                    "activation(" + feedForward.activation() + ")");
            return attention
                    .options(call)
                    .then(
                            norm.epsilon() != LayerNorm.Spec.USUAL.epsilon(),
                            "epsilon(" + norm.epsilon() + ")")
                    .toString();
        }
    }
}
