package dev.gradus.nn.model;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.TruncatedNormal;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.nn.layer.LayerNorm;
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

/// Reads a text from both sides and makes of each token what it means in this place: the start of
/// networks that sort, mark or compare texts (Devlin, Chang, Lee and Toutanova 2018).
///
/// The vectors of a token, of its place and of its segment (a text may consist of two, a question and an
/// answer for instance) are added and normalised, then pass through blocks in which every place sees all
/// others.
///
/// - input: tokens `[batch, time]`, whole numbers from 0 to `vocabulary - 1`; no more than `context`
/// - output: `[batch, time, width]`; of these [#pooled] makes one row for the whole text, and
///   [#tokenLogits] a guess at each token
///
/// It learns by guessing tokens that were masked:
///
/// ```java
/// var guesses = bert.tokenLogits(bert.apply(masked));
/// optimizer.step(crossEntropy(guesses, tokens));
/// ```
///
/// @param spec what it was built from
/// @param token the vectors of tokens, `[vocabulary, width]`
/// @param position the vectors of places, `[context, width]`
/// @param segment the vectors of segments, `[segments, width]`
/// @param norm normalises their sum
/// @param blocks the transformer, normalised after each half
/// @param pooler makes one row of the first place
/// @param transform prepares the guess at a token, with [Activation#GELU]
/// @param transformNorm normalises that
/// @param bias of the logits, `[vocabulary]`; their weights are the vectors of tokens
public record Bert(
        Spec spec,
        Embedding token,
        Parameter position,
        Embedding segment,
        LayerNorm norm,
        List<TransformerEncoder> blocks,
        Dense pooler,
        Dense transform,
        LayerNorm transformNorm,
        Parameter bias)
        implements BuiltLayer {
    /// Copies the list.
    public Bert {
        blocks = List.copyOf(blocks);
    }

    /// Returns what each token means, if all belong to the first segment.
    @Override
    public Tensor apply(Tensor tokens) {
        return apply(tokens, Tensor.zerosLike(tokens), Optional.empty());
    }

    /// Returns what each token means, where `segments` says to which segment it belongs, `[batch,
    /// time]`.
    public Tensor apply(Tensor tokens, Tensor segments) {
        return apply(tokens, segments, Optional.empty());
    }

    /// Returns what each token means, where `mask` says what may be looked at, such as
    /// [dev.gradus.nn.layer.attention.Attention#paddingMask].
    public Tensor apply(Tensor tokens, Tensor segments, Tensor mask) {
        return apply(tokens, segments, Optional.of(mask));
    }

    private Tensor apply(Tensor tokens, Tensor segments, Optional<Tensor> mask) {
        if (tokens.rank() != 2 || tokens.size(1) > spec.context) {
            throw new ShapeException(
                    "%s reads tokens [batch, time], at most %d at a time, but receives %s"
                            .formatted(spec, spec.context, tokens.shape()));
        }
        if (!segments.shape().equals(tokens.shape())) {
            throw new ShapeException(
                    "%s receives tokens %s and segments %s: each token belongs to one segment"
                            .formatted(spec, tokens.shape(), segments.shape()));
        }
        var sum =
                token.apply(tokens)
                        .add(segment.apply(segments))
                        .add(position.slice(0, tokens.size(1)));
        var x = new Dropout(spec.dropout).apply(norm.apply(sum));
        for (var block : blocks) {
            x = mask.isPresent() ? block.apply(x, mask.get()) : block.apply(x);
        }
        return x;
    }

    /// Returns one row for each text, `[batch, width]`: `tanh` of a dense layer over the first place.
    ///
    /// @param meanings what [#apply(Tensor)] returned
    public Tensor pooled(Tensor meanings) {
        return pooler.apply(meanings.slice(1, 0, 1, 1).squeeze(1));
    }

    /// Returns the logits of the token in each place, `[batch, time, vocabulary]`.
    ///
    /// @param meanings what [#apply(Tensor)] returned
    public Tensor tokenLogits(Tensor meanings) {
        var prepared = transformNorm.apply(transform.apply(meanings));
        return prepared.matmul(token.weight().transpose()).add(bias);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// An encoder before it has its weights.
    ///
    /// @param layers how many blocks there are
    /// @param heads how many heads each attention has
    /// @param width how many features each place has
    /// @param context how many tokens it can read at once
    /// @param vocabulary how many tokens there are
    /// @param segments how many segments a text can consist of
    /// @param dropout the share that is silenced in training
    public record Spec(
            int layers,
            int heads,
            int width,
            int context,
            int vocabulary,
            int segments,
            double dropout)
            implements LayerSpec {
        /// The spec of a small model: 4 layers, 4 heads, width 128, a context of 64 tokens, a vocabulary of
        /// 256 and two segments.
        public static final Spec SMALL = new Spec(4, 4, 128, 64, 256, 2, 0);

        private static final double EPSILON = 1e-12;

        /// Checks the numbers.
        public Spec {
            Require.positive("bert", "layers", layers);
            Require.positive("bert", "heads", heads);
            Require.positive("bert", "width", width);
            Require.positive("bert", "context", context);
            Require.positive("bert", "vocabulary", vocabulary);
            Require.positive("bert", "segments", segments);
            new Dropout(dropout);
        }

        /// Returns this spec with so many blocks.
        public Spec layers(int count) {
            return new Spec(count, heads, width, context, vocabulary, segments, dropout);
        }

        /// Returns this spec with so many heads in each attention; they divide the width.
        public Spec heads(int count) {
            return new Spec(layers, count, width, context, vocabulary, segments, dropout);
        }

        /// Returns this spec with so many features at each place.
        public Spec width(int features) {
            return new Spec(layers, heads, features, context, vocabulary, segments, dropout);
        }

        /// Returns this spec for so many tokens at once.
        public Spec context(int tokens) {
            return new Spec(layers, heads, width, tokens, vocabulary, segments, dropout);
        }

        /// Returns this spec for so many different tokens.
        public Spec vocabulary(int size) {
            return new Spec(layers, heads, width, context, size, segments, dropout);
        }

        /// Returns this spec for texts of so many segments.
        public Spec segments(int count) {
            return new Spec(layers, heads, width, context, vocabulary, count, dropout);
        }

        /// Returns this spec with a share silenced in training: of the vectors at the start, of the
        /// weights of attention and of what each half of a block adds.
        public Spec dropout(double rate) {
            return new Spec(layers, heads, width, context, vocabulary, segments, rate);
        }

        /// Returns the model. The same seed gives the same bits.
        public Bert build(Seed seed) {
            return build(Shape.of(context), seed);
        }

        @Override
        public Bert build(Shape input, Seed seed) {
            if (input.rank() != 1 || input.size(0) > context) {
                throw new ShapeException(
                        "%s reads texts [time] of at most %d tokens but an example is %s"
                                .formatted(this, context, input));
            }
            var start = new TruncatedNormal(0.02);
            var text = Shape.of(context, width);
            var norm = LayerNorm.Spec.USUAL.epsilon(EPSILON);
            var block =
                    TransformerEncoder.Spec.of(heads, 4 * width)
                            .activation(Activation.GELU)
                            .epsilon(EPSILON)
                            .initializer(start, start)
                            .dropoutAround(dropout);
            var blocks = new ArrayList<TransformerEncoder>();
            for (var i = 0; i < layers; i++) {
                blocks.add(block.build(text, seed.child("blocks").child(i)));
            }
            return new Bert(
                    this,
                    Embedding.Spec.of(vocabulary, width)
                            .initializer(start)
                            .build(input, seed.child("token")),
                    Parameter.of(start.tensor(text, seed.child("position"))),
                    Embedding.Spec.of(segments, width)
                            .initializer(start)
                            .build(input, seed.child("segment")),
                    norm.build(text, seed.child("norm")),
                    blocks,
                    new Dense.Spec(width, Activation.TANH, true, start)
                            .build(Shape.of(width), seed.child("pooler")),
                    new Dense.Spec(width, Activation.GELU, true, start)
                            .build(text, seed.child("transform")),
                    norm.build(text, seed.child("transformNorm")),
                    Parameter.of(Tensor.zeros(vocabulary)));
        }

        @Override
        public DType inputType() {
            return DType.INT64;
        }

        @Override
        public String toString() {
            return "bert().layers(%d).heads(%d).width(%d).context(%d).vocabulary(%d)"
                            .formatted(layers, heads, width, context, vocabulary)
                    + (segments == 2 ? "" : ".segments(" + segments + ")")
                    + (dropout > 0 ? ".dropout(" + dropout + ")" : "");
        }
    }
}
