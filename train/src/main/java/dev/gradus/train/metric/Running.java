package dev.gradus.train.metric;

import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// A score made of its parts: what it remembers, how a batch comes in, how the figure comes out.
final class Running<S extends State> implements Score {
    /// Reads a whole batch before it changes the state.
    interface Adder<S> {
        void add(S state, Tensor outputs, Tensor targets, Optional<Tensor> weights);
    }

    private final String metric;
    private final S state;
    private final Adder<S> adder;
    private final ToDoubleFunction<S> value;
    private final Function<S, double[]> values;

    Running(
            String metric,
            S state,
            Adder<S> adder,
            ToDoubleFunction<S> value,
            Function<S, double[]> values) {
        this.metric = metric;
        this.state = state;
        this.adder = adder;
        this.value = value;
        this.values = values;
    }

    Running(String metric, S state, Adder<S> adder, ToDoubleFunction<S> value) {
        this(metric, state, adder, value, seen -> new double[] {value.applyAsDouble(seen)});
    }

    S seen() {
        return state;
    }

    @Override
    public Score add(Tensor outputs, Tensor targets) {
        // together, so that what both are made of is computed once
        Tensor.realize(outputs, targets);
        adder.add(state, outputs, targets, Optional.empty());
        return this;
    }

    @Override
    public Score add(Tensor outputs, Tensor targets, Tensor weights) {
        Tensor.realize(outputs, targets, weights);
        adder.add(state, outputs, targets, Optional.of(weights));
        return this;
    }

    @Override
    public Score merge(Score other) {
        if (!other.metric().equals(metric)) {
            throw new IllegalArgumentException(
                    "a score of %s cannot take in one of %s: merge scores of the same metric"
                            .formatted(metric, other.metric()));
        }
        return merge(other.state());
    }

    @Override
    public Score merge(double[] numbers) {
        state.take(numbers);
        return this;
    }

    @Override
    public double value() {
        return value.applyAsDouble(state);
    }

    @Override
    public double[] values() {
        return values.apply(state);
    }

    @Override
    public double[] state() {
        return state.numbers();
    }

    @Override
    public String metric() {
        return metric;
    }

    @Override
    public String toString() {
        return "%s %s".formatted(metric, value());
    }
}
