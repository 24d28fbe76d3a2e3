package dev.gradus.nn.layer.attention;

import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.spec.Call;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Writes a text with another before its eyes: each place looks back at what was written, then at the
/// memory, then is thought about by itself (Vaswani and others 2017).
///
/// Like [TransformerEncoder] with a [CrossAttention] between its halves; its own attention is causal.
///
/// - inputs: `[batch, time, features]` and a memory `[batch, places, memory features]`
/// - output: `[batch, time, features]`
///
/// @param spec what it was built from
/// @param attention looks back at what was written
/// @param attentionNorm its normalisation
/// @param cross looks at the memory
/// @param crossNorm its normalisation
/// @param feedForward thinks about each place
/// @param feedForwardNorm its normalisation
public record TransformerDecoder(
        Spec spec,
        MultiHeadAttention attention,
        LayerNorm attentionNorm,
        CrossAttention cross,
        LayerNorm crossNorm,
        FeedForward feedForward,
        LayerNorm feedForwardNorm)
        implements Merge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Spec.checkCount(spec, inputs.size());
        return apply(inputs.getFirst(), inputs.getLast(), Optional.empty(), Optional.empty());
    }

    /// Returns the output where the text and the memory are seen only where masks let them be; see
    /// [Attention].
    ///
    /// @param mask for the text, beside being causal; meets `[batch, heads, time, time]`
    /// @param memoryMask for the memory; meets `[batch, heads, time, places]`
    public Tensor masked(Tensor x, Tensor memory, Tensor mask, Tensor memoryMask) {
        return apply(x, memory, Optional.of(mask), Optional.of(memoryMask));
    }

    /// Returns the output for the places that follow those in `cache`, and a cache that has seen them
    /// too.
    public KeyValueCache.Continued apply(Tensor x, Tensor memory, KeyValueCache cache) {
        Heads.check(spec, "texts", x, attentionNorm.weight().count());
        var seen = attention.apply(spec.normFirst ? attentionNorm.apply(x) : x, cache);
        var y = around(x, attentionNorm, _ -> seen.output());
        return new KeyValueCache.Continued(second(y, memory, Optional.empty()), seen.cache());
    }

    /// Returns an empty cache for `batch` texts of at most `capacity` places.
    public KeyValueCache cache(int batch, int capacity) {
        return attention.cache(batch, capacity);
    }

    private Tensor apply(
            Tensor x, Tensor memory, Optional<Tensor> mask, Optional<Tensor> memoryMask) {
        Heads.check(spec, "texts", x, attentionNorm.weight().count());
        var y = around(x, attentionNorm, t -> attention.apply(t, mask));
        return second(y, memory, memoryMask);
    }

    private Tensor second(Tensor y, Tensor memory, Optional<Tensor> memoryMask) {
        var z = around(y, crossNorm, t -> cross.apply(t, memory, memory, memoryMask));
        return around(z, feedForwardNorm, feedForward::apply);
    }

    private Tensor around(Tensor x, LayerNorm norm, UnaryOperator<Tensor> part) {
        return Residual.around(x, norm, part, spec.normFirst, spec.dropout);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A block before the numbers of features are known.
    ///
    /// @param attention looks back at what was written; causal
    /// @param cross looks at the memory
    /// @param feedForward thinks about each place
    /// @param norm the normalisations
    /// @param normFirst whether each part is normalised before rather than after
    /// @param dropout the share of what each part adds that is silenced in training
    public record Spec(
            MultiHeadAttention.Spec attention,
            CrossAttention.Spec cross,
            FeedForward.Spec feedForward,
            LayerNorm.Spec norm,
            boolean normFirst,
            double dropout)
            implements MergeSpec {
        /// Checks the rate, and that the attention is causal.
        public Spec {
            if (!attention.hidesFuture()) {
                throw new IllegalArgumentException(
                        "transformerDecoder was given %s, which sees what is yet to be written: use causal()"
                                .formatted(attention));
            }
            new Dropout(dropout);
        }

        /// Returns the usual spec: normalised after each part, bent by [Activation#RELU].
        public static Spec of(int heads, int hidden) {
            return new Spec(
                    MultiHeadAttention.Spec.of(heads).causal(),
                    CrossAttention.Spec.of(heads),
                    FeedForward.Spec.of(hidden, Activation.RELU),
                    LayerNorm.Spec.USUAL,
                    false,
                    0);
        }

        /// Returns this spec with each part normalised before rather than after.
        public Spec preNorm() {
            return new Spec(attention, cross, feedForward, norm, true, dropout);
        }

        /// Returns this spec with another activation.
        public Spec activation(Activation bend) {
            return new Spec(
                    attention, cross, feedForward.activation(bend), norm, normFirst, dropout);
        }

        /// Returns this spec with a share silenced in training of the weights of both attentions, of the
        /// features inside the feed-forward part, and of what each part adds.
        public Spec dropout(double rate) {
            return new Spec(
                    attention.dropout(rate),
                    cross.dropout(rate),
                    feedForward.dropout(rate),
                    norm,
                    normFirst,
                    rate);
        }

        /// Returns this spec with queries and keys of its own attention turned by their place.
        public Spec rotary() {
            return new Spec(attention.rotary(), cross, feedForward, norm, normFirst, dropout);
        }

        /// Returns this spec with heads that share keys and values, in both attentions.
        public Spec keyValueHeads(int count) {
            return new Spec(
                    attention.keyValueHeads(count),
                    cross.keyValueHeads(count),
                    feedForward,
                    norm,
                    normFirst,
                    dropout);
        }

        /// Returns this spec without the biases of dense layers; normalisations keep theirs.
        public Spec withoutBias() {
            return new Spec(
                    attention.withoutBias(),
                    cross.withoutBias(),
                    feedForward.withoutBias(),
                    norm,
                    normFirst,
                    dropout);
        }

        /// Returns this spec with another guard against a variance of 0.
        public Spec epsilon(double guard) {
            return new Spec(attention, cross, feedForward, norm.epsilon(guard), normFirst, dropout);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(
                    attention.initializer(start),
                    cross.initializer(start),
                    feedForward.initializer(start),
                    norm,
                    normFirst,
                    dropout);
        }

        @Override
        public TransformerDecoder build(List<Shape> inputs, Seed seed) {
            checkCount(this, inputs.size());
            var input = inputs.getFirst();
            if (input.rank() != 2) {
                throw new ShapeException(
                        "%s needs texts [time, features] but examples are %s"
                                .formatted(this, inputs));
            }
            return new TransformerDecoder(
                    this,
                    attention.build(input, seed.child("attention")),
                    norm.build(input, seed.child("attentionNorm")),
                    cross.build(inputs, seed.child("cross")),
                    norm.build(input, seed.child("crossNorm")),
                    feedForward.build(input, seed.child("feedForward")),
                    norm.build(input, seed.child("feedForwardNorm")));
        }

        private static void checkCount(Spec spec, int count) {
            if (count != 2) {
                throw new IllegalArgumentException(
                        "%s takes a text and a memory, but was given %d inputs"
                                .formatted(spec, count));
            }
        }

        @Override
        public String toString() {
            var bend = feedForward.activation();
            return Call.of("transformerDecoder")
                    .with(attention.heads())
                    .with(feedForward.hidden())
                    .then(normFirst, "preNorm()")
                    .then(!bend.equals(Activation.RELU), "activation(" + bend + ")")
                    .then(
                            attention.keyValueHeads() != attention.heads(),
                            "keyValueHeads(" + attention.keyValueHeads() + ")")
                    .then(attention.rotaryPositions(), "rotary()")
                    .then(!attention.bias(), "withoutBias()")
                    .then(dropout > 0, "dropout(" + dropout + ")")
                    .then(
                            norm.epsilon() != LayerNorm.Spec.USUAL.epsilon(),
                            "epsilon(" + norm.epsilon() + ")")
                    .toString();
        }
    }
}
