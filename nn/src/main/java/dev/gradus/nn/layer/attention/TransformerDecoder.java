package dev.gradus.nn.layer.attention;

import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Call;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.LayerNorm;
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
    /// @param heads how many heads each attention has
    /// @param hidden how many features there are inside the feed-forward part
    /// @param activation what bends them
    /// @param normFirst whether each part is normalised before rather than after
    /// @param dropout the share that is silenced in training
    /// @param epsilon what keeps a variance away from 0
    public record Spec(
            int heads,
            int hidden,
            Activation activation,
            boolean normFirst,
            double dropout,
            double epsilon)
            implements MergeSpec {
        /// Checks the numbers.
        public Spec {
            CrossAttention.Spec.of(heads);
            FeedForward.Spec.of(hidden, activation);
            LayerNorm.Spec.USUAL.epsilon(epsilon);
            new Dropout(dropout);
        }

        /// Returns the usual spec: normalised after each part, bent by [Activation#RELU].
        public static Spec of(int heads, int hidden) {
            return new Spec(
                    heads, hidden, Activation.RELU, false, 0, LayerNorm.Spec.USUAL.epsilon());
        }

        /// Returns this spec with each part normalised before rather than after.
        public Spec preNorm() {
            return new Spec(heads, hidden, activation, true, dropout, epsilon);
        }

        /// Returns this spec with another activation.
        public Spec activation(Activation bend) {
            return new Spec(heads, hidden, bend, normFirst, dropout, epsilon);
        }

        /// Returns this spec with a share silenced in training of the weights of both attentions, of the
        /// features inside the feed-forward part, and of what each part adds.
        public Spec dropout(double rate) {
            return new Spec(heads, hidden, activation, normFirst, rate, epsilon);
        }

        /// Returns this spec with another guard against a variance of 0.
        public Spec epsilon(double guard) {
            return new Spec(heads, hidden, activation, normFirst, dropout, guard);
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
            var norm = LayerNorm.Spec.USUAL.epsilon(epsilon);
            return new TransformerDecoder(
                    this,
                    MultiHeadAttention.Spec.of(heads)
                            .causal()
                            .dropout(dropout)
                            .build(input, seed.child("attention")),
                    norm.build(input, seed.child("attentionNorm")),
                    CrossAttention.Spec.of(heads)
                            .dropout(dropout)
                            .build(inputs, seed.child("cross")),
                    norm.build(input, seed.child("crossNorm")),
                    FeedForward.Spec.of(hidden, activation)
                            .dropout(dropout)
                            .build(input, seed.child("feedForward")),
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
            return Call.of("transformerDecoder")
                    .with(heads)
                    .with(hidden)
                    .then(normFirst, "preNorm()")
                    .then(!activation.equals(Activation.RELU), "activation(" + activation + ")")
                    .then(dropout > 0, "dropout(" + dropout + ")")
                    .then(epsilon != LayerNorm.Spec.USUAL.epsilon(), "epsilon(" + epsilon + ")")
                    .toString();
        }
    }
}
