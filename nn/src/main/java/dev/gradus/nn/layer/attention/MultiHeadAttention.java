package dev.gradus.nn.layer.attention;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.layer.Activation;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Dropout;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.Optional;

/// Lets every place of a text look at the others and take what it needs from them: several heads do so
/// side by side, each with queries, keys and values of its own, and what they find is mixed (Vaswani and
/// others 2017).
///
/// `y = output(heads joined)`, where each head is [Attention] over its part of `queryKeyValue(x)`. With
/// fewer heads for keys and values than for queries, neighbouring queries share them, which makes the
/// cache of a language model smaller (Ainslie and others 2023; one for all: Shazeer 2019).
///
/// - input and output: `[batch, time, features]`
///
/// @param spec what it was built from
/// @param queryKeyValue makes queries, then keys, then values: `[features, features + 2 × width × keyValueHeads]`
/// @param output mixes what the heads found, `[features, features]`
public record MultiHeadAttention(Spec spec, Dense queryKeyValue, Dense output)
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

    Tensor apply(Tensor x, Optional<Tensor> mask) {
        var parts = parts(x, Tensor.arange(x.rank() == 3 ? x.size(1) : 0));
        return finish(parts, parts.key, parts.value, mask, spec.hidesFuture);
    }

    /// Returns the output for the places that follow those in `cache`, and a cache that has seen them
    /// too: the same numbers as if all were given at once.
    ///
    /// @throws IllegalArgumentException if this attention is not causal: what comes later would change
    ///     what was answered before
    public KeyValueCache.Continued apply(Tensor x, KeyValueCache cache) {
        if (!spec.hidesFuture) {
            throw new IllegalArgumentException(
                    "%s cannot go on from a cache, because its places look at those that follow too: use causal()"
                            .formatted(spec));
        }
        var parts = parts(x, cache.places(x.rank() == 3 ? x.size(1) : 0));
        var seen = cache.extended(parts.key, parts.value);
        var mask = Optional.of(cache.mask(x.size(1)));
        return new KeyValueCache.Continued(
                finish(parts, seen.keys(), seen.values(), mask, false), seen);
    }

    /// Returns an empty cache for `batch` texts of at most `capacity` places.
    public KeyValueCache cache(int batch, int capacity) {
        Require.positive("a cache", "capacity", capacity);
        return KeyValueCache.empty(
                batch,
                spec.keyValueHeads,
                capacity,
                features() / spec.heads,
                queryKeyValue.weight().type());
    }

    private int features() {
        return queryKeyValue.weight().size(0);
    }

    private record Parts(Tensor query, Tensor key, Tensor value) {}

    private Parts parts(Tensor x, Tensor places) {
        Heads.check(spec, "texts", x, features());
        var all = queryKeyValue.apply(x);
        var shared = features() / spec.heads * spec.keyValueHeads;
        var keys = features() + shared;
        var query = Heads.part(all, 0, features(), spec.heads);
        var key = Heads.part(all, features(), keys, spec.keyValueHeads);
        var value = Heads.part(all, keys, keys + shared, spec.keyValueHeads);
        return spec.rotaryPositions
                ? new Parts(Rotary.turn(query, places), Rotary.turn(key, places), value)
                : new Parts(query, key, value);
    }

    private Tensor finish(
            Parts parts, Tensor keys, Tensor values, Optional<Tensor> mask, boolean causal) {
        var found =
                Attention.scaledDotProduct(
                        parts.query,
                        Heads.share(keys, spec.heads),
                        Heads.share(values, spec.heads),
                        mask,
                        causal,
                        new Dropout(spec.dropout));
        return output.apply(Heads.join(found));
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A multi-head attention before the number of features is known.
    ///
    /// @param heads how many heads ask
    /// @param keyValueHeads how many heads answer; divides `heads`
    /// @param hidesFuture whether a place sees only itself and those before it
    /// @param rotaryPositions whether queries and keys are turned by their place
    /// @param bias whether a number of its own is added to each feature
    /// @param dropout the share of weights that is silenced in training
    /// @param initializer where the weights of queries, keys and values begin
    /// @param outputInitializer where the weights of the output begin
    public record Spec(
            int heads,
            int keyValueHeads,
            boolean hidesFuture,
            boolean rotaryPositions,
            boolean bias,
            double dropout,
            Initializer initializer,
            Initializer outputInitializer)
            implements LayerSpec {
        /// Checks the numbers.
        public Spec {
            Require.positive("multiHeadAttention", "heads", heads);
            Require.positive("multiHeadAttention", "keyValueHeads", keyValueHeads);
            if (heads % keyValueHeads != 0) {
                throw new IllegalArgumentException(
                        "multiHeadAttention was given %d heads and %d for keys and values: each of these serves the same number of heads, so it must divide them"
                                .formatted(heads, keyValueHeads));
            }
            new Dropout(dropout);
        }

        /// Returns the usual spec: every head with keys and values of its own, looking everywhere.
        public static Spec of(int heads) {
            var start = VarianceScaling.glorotUniform();
            return new Spec(heads, heads, false, false, true, 0, start, start);
        }

        /// Returns this spec with heads that share keys and values; with 1 all do.
        public Spec keyValueHeads(int count) {
            return new Spec(
                    heads,
                    count,
                    hidesFuture,
                    rotaryPositions,
                    bias,
                    dropout,
                    initializer,
                    outputInitializer);
        }

        /// Returns this spec with places that do not see what follows, as a language model needs it.
        public Spec causal() {
            return new Spec(
                    heads,
                    keyValueHeads,
                    true,
                    rotaryPositions,
                    bias,
                    dropout,
                    initializer,
                    outputInitializer);
        }

        /// Returns this spec with queries and keys turned by an angle that grows with their place, so
        /// that attention knows how far apart they stand (Su and others 2021). Features `i` and `i +
        /// width / 2` of a head are turned together, by `place × 10000^(-2 i / width)`.
        public Spec rotary() {
            return new Spec(
                    heads,
                    keyValueHeads,
                    hidesFuture,
                    true,
                    bias,
                    dropout,
                    initializer,
                    outputInitializer);
        }

        /// Returns this spec without biases.
        public Spec withoutBias() {
            return new Spec(
                    heads,
                    keyValueHeads,
                    hidesFuture,
                    rotaryPositions,
                    false,
                    dropout,
                    initializer,
                    outputInitializer);
        }

        /// Returns this spec with a share of the weights silenced in training.
        public Spec dropout(double rate) {
            return new Spec(
                    heads,
                    keyValueHeads,
                    hidesFuture,
                    rotaryPositions,
                    bias,
                    rate,
                    initializer,
                    outputInitializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return initializer(start, start);
        }

        /// Returns this spec with weights that begin elsewhere, those of the output by a rule of their
        /// own.
        public Spec initializer(Initializer start, Initializer outputStart) {
            return new Spec(
                    heads,
                    keyValueHeads,
                    hidesFuture,
                    rotaryPositions,
                    bias,
                    dropout,
                    start,
                    outputStart);
        }

        @Override
        public MultiHeadAttention build(Shape input, Seed seed) {
            if (input.rank() != 2) {
                throw new ShapeException(
                        "%s needs texts [time, features] but an example is %s"
                                .formatted(this, input));
            }
            var features = input.size(1);
            var width = Heads.width(this, features, heads);
            if (rotaryPositions && width % 2 != 0) {
                throw new ShapeException(
                        "%s turns pairs of features, but each of %d heads has %d: give an even number to each"
                                .formatted(this, heads, width));
            }
            var all = features + 2 * width * keyValueHeads;
            return new MultiHeadAttention(
                    this,
                    new Dense.Spec(all, Activation.LINEAR, bias, initializer)
                            .build(input, seed.child("queryKeyValue")),
                    new Dense.Spec(features, Activation.LINEAR, bias, outputInitializer)
                            .build(input, seed.child("output")));
        }

        @Override
        public String toString() {
            return options(Call.of("multiHeadAttention").with(heads)).toString();
        }

        /// Adds what is said beside the number of heads.
        Call options(Call call) {
            return call.then(keyValueHeads != heads, "keyValueHeads(" + keyValueHeads + ")")
                    .then(hidesFuture, "causal()")
                    .then(rotaryPositions, "rotary()")
                    .then(!bias, "withoutBias()")
                    .then(dropout > 0, "dropout(" + dropout + ")");
        }
    }
}
