package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Probe;
import dev.gradus.nn.Seed;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Asks those few of several layers that know most about an input, and weighs their answers:
/// `y = Σ gates(x)ᵢ expertᵢ(x)`, where the gates are the softmax of the `chosen` largest numbers of
/// `x gate` and 0 elsewhere (Shazeer and others 2017).
///
/// A gate that has come to prefer an expert trains it more and so prefers it still more. Add a little
/// of [#balanceLoss] to the loss so that all are asked. All experts are computed, those with a gate of
/// 0 too: what is gained is a choice, not time.
///
/// - input: `[batch, ..., features]`
/// - output: `[batch, ..., outputs]`, that of an expert
///
/// @param spec what it was built from
/// @param gate `[features, experts]`
/// @param experts the layers to choose from
public record MixtureOfExperts(Spec spec, Parameter gate, List<Layer> experts)
        implements BuiltLayer {
    /// Copies the list.
    public MixtureOfExperts {
        experts = List.copyOf(experts);
    }

    @Override
    public Tensor apply(Tensor x) {
        var gates = gates(x);
        return IntStream.range(0, experts.size())
                .mapToObj(i -> spec.answer(experts.get(i), x).mul(gates.slice(-1, i, i + 1, 1)))
                .reduce(Tensor::add)
                .orElseThrow();
    }

    /// Returns how much each expert counts, `[batch, ..., experts]`: 0 for those that are not asked,
    /// 1 in all.
    public Tensor gates(Tensor x) {
        if (x.rank() < 2 || x.size(-1) != gate.size(0)) {
            throw new ShapeException(
                    "%s was built for %d features but receives %s (input %s)."
                            .formatted(
                                    spec,
                                    gate.size(0),
                                    x.rank() < 2 ? "no batch" : x.size(-1),
                                    x.shape()));
        }
        var shares = x.matmul(gate).softmax(-1);
        var asked = shares.topK(spec.chosen, -1).oneHot(experts.size()).sum(-2);
        var kept = shares.mul(asked);
        // the largest share is among them, so their sum is never 0
        return kept.div(kept.sumKeeping(kept.shape().axes(-1)));
    }

    /// Returns how unevenly the experts are asked for a batch `x`, a scalar that is 0 when all count
    /// alike: the squared deviation of the sums of their gates over their squared mean, the loss of
    /// importance of the paper.
    public Tensor balanceLoss(Tensor x) {
        var gates = gates(x);
        var importance = gates.sum(IntStream.range(0, gates.rank() - 1).toArray());
        return importance.variance().div(importance.mean().square());
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A mixture of experts before the number of features is known.
    ///
    /// @param count how many experts there are
    /// @param expert what each of them is like
    /// @param chosen how many are asked
    /// @param initializer where the weights of the gate begin
    public record Spec(int count, LayerSpec expert, int chosen, Initializer initializer)
            implements LayerSpec {
        /// Checks the numbers.
        public Spec {
            Require.positive("mixtureOfExperts", "count", count);
            Require.positive("mixtureOfExperts", "chosen", chosen);
            if (chosen > count) {
                throw new IllegalArgumentException(
                        "mixtureOfExperts was to ask %d of %d experts: ask as many as there are, or fewer"
                                .formatted(chosen, count));
            }
        }

        /// Returns the usual spec.
        public static Spec of(int count, LayerSpec expert, int chosen) {
            return new Spec(count, expert, chosen, VarianceScaling.glorotUniform());
        }

        /// Returns this spec with a gate that begins elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(count, expert, chosen, start);
        }

        @Override
        public MixtureOfExperts build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of features but an example is a single number (input %s): use reshape(1) before it"
                                .formatted(this, input));
            }
            var shape = Shape.of(input.size(-1), count);
            var gate = initializer.tensor(shape, seed.child("gate"));
            var experts = new ArrayList<Layer>();
            for (var i = 0; i < count; i++) {
                experts.add(expert.build(input, seed.child("experts").child(i)));
            }
            answer(experts.getFirst(), Probe.of(input, inputType()));
            return new MixtureOfExperts(this, Parameter.of(gate), experts);
        }

        private Tensor answer(Layer expert, Tensor x) {
            var y = expert.apply(x);
            var rank = x.rank();
            if (y.rank() != rank
                    || !y.shape().range(0, rank - 1).equals(x.shape().range(0, rank - 1))) {
                throw new ShapeException(
                        "%s weighs rows of features, but an expert makes %s of %s: only the last axis may change"
                                .formatted(this, Probe.shape(y), Probe.shape(x)));
            }
            return y;
        }

        @Override
        public String toString() {
            return Call.of("mixtureOfExperts").with(count).with(expert).with(chosen).toString();
        }
    }
}
