package dev.gradus.nn.model;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Normal;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.LayerNorm;
import dev.gradus.nn.layer.attention.KeyValueCache;
import dev.gradus.nn.layer.attention.TransformerEncoder;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A language model: reads tokens and says, at each place, how likely each token is to come next
/// (Radford and others 2018; laid out and begun as GPT-2, Radford and others 2019).
///
/// ```java
/// var gpt = gpt().layers(4).heads(4).width(128).context(64).vocabulary(65).build(seed(1));
/// gpt.generate(text.encode("Call me"), sampling().temperature(0.8)).limit(200).forEach(...);
/// ```
///
/// A token's vector and that of its place are added, pass through causal blocks and a normalisation, and
/// are compared with the vector of every token.
///
/// - input: tokens `[batch, time]`, whole numbers from 0 to `vocabulary - 1`; no more than `context`
/// - output: the logits of the next token `[batch, time, vocabulary]`
///
/// @param spec what it was built from
/// @param token the vectors of tokens, `[vocabulary, width]`
/// @param position the vectors of places, `[context, width]`, unless places are told by turning
/// @param blocks the transformer, [TransformerEncoder]s that are causal
/// @param norm the normalisation behind them
/// @param output the layer that makes logits, unless the vectors of tokens do
public record Gpt(
        Spec spec,
        Embedding token,
        Optional<Parameter> position,
        List<TransformerEncoder> blocks,
        LayerNorm norm,
        Optional<Dense> output)
        implements BuiltLayer {
    /// Copies the list.
    public Gpt {
        blocks = List.copyOf(blocks);
    }

    @Override
    public Tensor apply(Tensor tokens) {
        var time = tokens.rank() == 2 ? tokens.size(1) : 0;
        var x = embedded(tokens, Tensor.arange(time));
        for (var block : blocks) {
            x = block.apply(x);
        }
        return logits(x);
    }

    /// What the model makes of the tokens that follow others, and what it knows then.
    ///
    /// @param logits of the token after each of them, `[batch, time, vocabulary]`
    /// @param caches one for each block
    public record Continued(Tensor logits, List<KeyValueCache> caches) {
        /// Copies the list.
        public Continued {
            caches = List.copyOf(caches);
        }
    }

    /// Returns empty caches, one for each block, for `batch` texts as long as the context.
    public List<KeyValueCache> caches(int batch) {
        return blocks.stream().map(block -> block.cache(batch, spec.context)).toList();
    }

    /// Returns the logits for tokens that follow those the caches have seen: the same numbers as if all
    /// were given at once. Everything is computed now.
    ///
    /// @throws ShapeException if they are more than there is room for
    public Continued apply(Tensor tokens, List<KeyValueCache> caches) {
        if (caches.size() != blocks.size()) {
            throw new IllegalArgumentException(
                    "%d caches were given for %d blocks: begin with caches(batch)"
                            .formatted(caches.size(), blocks.size()));
        }
        var time = tokens.rank() == 2 ? tokens.size(1) : 0;
        var x = embedded(tokens, caches.getFirst().places(time));
        var seen = new ArrayList<KeyValueCache>();
        for (var i = 0; i < blocks.size(); i++) {
            var next = blocks.get(i).apply(x, caches.get(i));
            x = next.output();
            seen.add(next.cache());
        }
        var logits = logits(x);
        return new Continued(logits, KeyValueCache.settle(logits, seen));
    }

    /// Writes on from `prompt`, token by token, for as long as tokens are taken from the stream:
    /// `limit(200)` for 200 tokens, `takeWhile` up to a certain one. The same seed gives the same text.
    ///
    /// Each token costs the work for one place. When the context is full, its older half is forgotten,
    /// and the newer one is read again.
    ///
    /// @param prompt what is there already, at least one token; of a long one the end counts
    /// @param sampling how a token is chosen
    /// @throws IllegalArgumentException if the prompt is empty or has a token that does not exist
    public LongStream generate(long[] prompt, Sampling sampling) {
        return new Generator(this, prompt, sampling).stream();
    }

    private Tensor embedded(Tensor tokens, Tensor places) {
        if (tokens.rank() != 2 || tokens.size(1) > spec.context) {
            throw new ShapeException(
                    "%s reads tokens [batch, time], at most %d at a time, but receives %s"
                            .formatted(spec, spec.context, tokens.shape()));
        }
        var x = token.apply(tokens);
        var placed = position.isPresent() ? x.add(position.get().take(0, places)) : x;
        return new Dropout(spec.dropout).apply(placed);
    }

    private Tensor logits(Tensor x) {
        var y = norm.apply(x);
        return output.isPresent() ? output.get().apply(y) : y.matmul(token.weight().transpose());
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A language model before it has its weights.
    ///
    /// @param layers how many blocks there are
    /// @param heads how many heads each attention has
    /// @param width how many features each place has
    /// @param context how many tokens it can read at once
    /// @param vocabulary how many tokens there are
    /// @param dropout the share that is silenced in training
    /// @param bias whether dense layers have biases
    /// @param tied whether the vectors of tokens serve as weights of the output too
    /// @param rotaryPositions whether places are told by turning queries and keys rather than by vectors
    public record Spec(
            int layers,
            int heads,
            int width,
            int context,
            int vocabulary,
            double dropout,
            boolean bias,
            boolean tied,
            boolean rotaryPositions)
            implements LayerSpec {
        /// The spec of a small model: 4 layers, 4 heads, width 128, a context of 64 tokens and a vocabulary
        /// of 256, the values of a byte.
        public static final Spec SMALL = new Spec(4, 4, 128, 64, 256, 0, true, true, false);

        /// Checks the numbers.
        public Spec {
            Require.positive("gpt", "layers", layers);
            Require.positive("gpt", "heads", heads);
            Require.positive("gpt", "width", width);
            Require.positive("gpt", "context", context);
            Require.positive("gpt", "vocabulary", vocabulary);
            new Dropout(dropout);
        }

        /// Returns this spec with so many blocks.
        public Spec layers(int count) {
            return new Spec(
                    count, heads, width, context, vocabulary, dropout, bias, tied, rotaryPositions);
        }

        /// Returns this spec with so many heads in each attention; they divide the width.
        public Spec heads(int count) {
            return new Spec(
                    layers,
                    count,
                    width,
                    context,
                    vocabulary,
                    dropout,
                    bias,
                    tied,
                    rotaryPositions);
        }

        /// Returns this spec with so many features at each place.
        public Spec width(int features) {
            return new Spec(
                    layers,
                    heads,
                    features,
                    context,
                    vocabulary,
                    dropout,
                    bias,
                    tied,
                    rotaryPositions);
        }

        /// Returns this spec for so many tokens at once.
        public Spec context(int tokens) {
            return new Spec(
                    layers, heads, width, tokens, vocabulary, dropout, bias, tied, rotaryPositions);
        }

        /// Returns this spec for so many different tokens.
        public Spec vocabulary(int size) {
            return new Spec(
                    layers, heads, width, context, size, dropout, bias, tied, rotaryPositions);
        }

        /// Returns this spec with a share silenced in training: of the vectors at the start, of the
        /// weights of attention and of what each half of a block adds.
        public Spec dropout(double rate) {
            return new Spec(
                    layers, heads, width, context, vocabulary, rate, bias, tied, rotaryPositions);
        }

        /// Returns this spec with dense layers that have no biases.
        public Spec withoutBias() {
            return new Spec(
                    layers,
                    heads,
                    width,
                    context,
                    vocabulary,
                    dropout,
                    false,
                    tied,
                    rotaryPositions);
        }

        /// Returns this spec with weights of its own for the output.
        public Spec untied() {
            return new Spec(
                    layers,
                    heads,
                    width,
                    context,
                    vocabulary,
                    dropout,
                    bias,
                    false,
                    rotaryPositions);
        }

        /// Returns this spec with queries and keys turned by their place, and no vectors of places (Su
        /// and others 2021).
        public Spec rotary() {
            return new Spec(layers, heads, width, context, vocabulary, dropout, bias, tied, true);
        }

        /// Returns the model. The same seed gives the same bits.
        public Gpt build(Seed seed) {
            return build(Shape.of(context), seed);
        }

        @Override
        public Gpt build(Shape input, Seed seed) {
            if (input.rank() != 1 || input.size(0) > context) {
                throw new ShapeException(
                        "%s reads texts [time] of at most %d tokens but an example is %s"
                                .formatted(this, context, input));
            }
            var start = new Normal(0.02);
            var blocks = new ArrayList<TransformerEncoder>();
            var text = Shape.of(context, width);
            for (var i = 0; i < layers; i++) {
                blocks.add(block().build(text, seed.child("blocks").child(i)));
            }
            var places = Shape.of(context, width);
            return new Gpt(
                    this,
                    Embedding.Spec.of(vocabulary, width)
                            .initializer(start)
                            .build(input, seed.child("token")),
                    rotaryPositions
                            ? Optional.empty()
                            : Optional.of(
                                    Parameter.of(start.tensor(places, seed.child("position")))),
                    blocks,
                    LayerNorm.Spec.USUAL.build(text, seed.child("norm")),
                    tied
                            ? Optional.empty()
                            : Optional.of(
                                    new Dense.Spec(vocabulary, Activation.LINEAR, false, start)
                                            .build(text, seed.child("output"))));
        }

        private TransformerEncoder.Spec block() {
            // each block adds two halves to the sum that passes through; so scaled, it does not
            // grow with their number
            var output = new Normal(0.02 / Math.sqrt(2 * layers));
            var plain =
                    TransformerEncoder.Spec.of(heads, 4 * width)
                            .preNorm()
                            .causal()
                            .activation(Activation.GELU)
                            .initializer(new Normal(0.02), output)
                            .dropoutAround(dropout);
            var biased = bias ? plain : plain.withoutBias();
            return rotaryPositions ? biased.rotary() : biased;
        }

        @Override
        public DType inputType() {
            return DType.INT64;
        }

        @Override
        public String toString() {
            return "gpt().layers(%d).heads(%d).width(%d).context(%d).vocabulary(%d)"
                            .formatted(layers, heads, width, context, vocabulary)
                    + (dropout > 0 ? ".dropout(" + dropout + ")" : "")
                    + (bias ? "" : ".withoutBias()")
                    + (tied ? "" : ".untied()")
                    + (rotaryPositions ? ".rotary()" : "");
        }
    }
}
