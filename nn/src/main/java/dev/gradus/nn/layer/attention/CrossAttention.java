package dev.gradus.nn.layer.attention;

import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
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
import java.util.List;
import java.util.Optional;

/// Lets every place of one text look at another, as a translation looks at its original: queries come
/// from the first, keys and values from the second (Vaswani and others 2017).
///
/// - inputs: `[batch, time, features]` and a memory `[batch, places, memory features]`; or three,
///   queries, keys and values apart
/// - output: `[batch, time, features]`
///
/// @param spec what it was built from
/// @param query makes queries, `[features, features]`
/// @param key makes keys, `[key features, width × keyValueHeads]`
/// @param value makes values, `[value features, width × keyValueHeads]`
/// @param output mixes what the heads found, `[features, features]`
public record CrossAttention(Spec spec, Dense query, Dense key, Dense value, Dense output)
        implements Merge {
    @Override
    public Tensor apply(List<? extends Tensor> inputs) {
        Spec.checkCount(spec, inputs.size());
        return apply(inputs.getFirst(), inputs.get(1), inputs.getLast(), Optional.empty());
    }

    /// Returns what each place of `x` takes from those of `memory` where `mask` lets it look; see
    /// [Attention].
    ///
    /// @param mask meets `[batch, heads, queries, keys]`, such as [Attention#paddingMask]
    public Tensor masked(Tensor x, Tensor memory, Tensor mask) {
        return apply(x, memory, memory, Optional.of(mask));
    }

    Tensor apply(Tensor queries, Tensor keys, Tensor values, Optional<Tensor> mask) {
        Heads.check(spec, "queries", queries, query.weight().size(0));
        Heads.check(spec, "keys", keys, key.weight().size(0));
        Heads.check(spec, "values", values, value.weight().size(0));
        var found =
                Attention.scaledDotProduct(
                        parted(query, queries, spec.heads),
                        Heads.share(parted(key, keys, spec.keyValueHeads), spec.heads),
                        Heads.share(parted(value, values, spec.keyValueHeads), spec.heads),
                        mask,
                        false,
                        new Dropout(spec.dropout));
        return output.apply(Heads.join(found));
    }

    private static Tensor parted(Dense dense, Tensor x, int heads) {
        return Heads.part(dense.apply(x), 0, dense.spec().outputs(), heads);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A cross-attention before the numbers of features are known.
    ///
    /// @param heads how many heads ask
    /// @param keyValueHeads how many heads answer; divides `heads`
    /// @param bias whether a number of its own is added to each feature
    /// @param dropout the share of weights that is silenced in training
    /// @param initializer where weights begin
    public record Spec(
            int heads, int keyValueHeads, boolean bias, double dropout, Initializer initializer)
            implements MergeSpec {
        /// Checks the numbers.
        public Spec {
            Require.positive("crossAttention", "heads", heads);
            Require.positive("crossAttention", "keyValueHeads", keyValueHeads);
            if (heads % keyValueHeads != 0) {
                throw new IllegalArgumentException(
                        "crossAttention was given %d heads and %d for keys and values: each of these serves the same number of heads, so it must divide them"
                                .formatted(heads, keyValueHeads));
            }
            new Dropout(dropout);
        }

        /// Returns the usual spec.
        public static Spec of(int heads) {
            return new Spec(heads, heads, true, 0, VarianceScaling.glorotUniform());
        }

        /// Returns this spec with heads that share keys and values; with 1 all do.
        public Spec keyValueHeads(int count) {
            return new Spec(heads, count, bias, dropout, initializer);
        }

        /// Returns this spec without biases.
        public Spec withoutBias() {
            return new Spec(heads, keyValueHeads, false, dropout, initializer);
        }

        /// Returns this spec with a share of the weights silenced in training.
        public Spec dropout(double rate) {
            return new Spec(heads, keyValueHeads, bias, rate, initializer);
        }

        /// Returns this spec with weights that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(heads, keyValueHeads, bias, dropout, start);
        }

        @Override
        public CrossAttention build(List<Shape> inputs, Seed seed) {
            checkCount(this, inputs.size());
            for (var input : inputs) {
                if (input.rank() != 2) {
                    throw new ShapeException(
                            "%s needs texts [time, features] but examples are %s"
                                    .formatted(this, inputs));
                }
            }
            var features = inputs.getFirst().size(1);
            var shared = Heads.width(this, features, heads) * keyValueHeads;
            return new CrossAttention(
                    this,
                    dense(features, inputs.getFirst(), seed.child("query")),
                    dense(shared, inputs.get(1), seed.child("key")),
                    dense(shared, inputs.getLast(), seed.child("value")),
                    dense(features, inputs.getFirst(), seed.child("output")));
        }

        private Dense dense(int outputs, Shape input, Seed seed) {
            return new Dense.Spec(outputs, Activation.LINEAR, bias, initializer).build(input, seed);
        }

        private static void checkCount(Spec spec, int count) {
            if (count != 2 && count != 3) {
                throw new IllegalArgumentException(
                        "%s takes queries and a memory, or queries, keys and values, but was given %d inputs"
                                .formatted(spec, count));
            }
        }

        @Override
        public String toString() {
            return Call.of("crossAttention")
                    .with(heads)
                    .then(keyValueHeads != heads, "keyValueHeads(" + keyValueHeads + ")")
                    .then(!bias, "withoutBias()")
                    .then(dropout > 0, "dropout(" + dropout + ")")
                    .toString();
        }
    }
}
