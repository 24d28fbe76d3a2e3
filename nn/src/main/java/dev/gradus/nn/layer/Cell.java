package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// One step of a recurrent layer: from what it reads and what it remembers to what it remembers
/// next. The weights belong to [Recurrent]; a cell is the formula between them.
///
/// Each formula works on *gates*, groups of `width` numbers that are computed from input and state
/// in one product and stand side by side in the weights.
public sealed interface Cell {
    /// What the state before contributes to the gates: `dropped(output) recurrentWeight +
    /// recurrentBias`.
    @FunctionalInterface
    interface Recurrence {
        /// Returns the gates of product number `product` of [Cell#products()].
        Tensor of(Tensor output, int product);
    }

    /// Returns how many gates each product with the state serves, in the order of the weights.
    List<Integer> products();

    /// Returns how many groups of `width` numbers the input contributes to.
    default int gates() {
        return products().stream().mapToInt(Integer::intValue).sum();
    }

    /// Returns whether the state holds something beside the output.
    default boolean remembers() {
        return false;
    }

    /// Returns whether the state contributes a bias of its own.
    default boolean hasRecurrentBias() {
        return false;
    }

    /// Returns where the biases of the gates begin.
    default float[] bias(int width) {
        return new float[gates() * width];
    }

    /// Returns the state after a step.
    ///
    /// @param input what the step contributes to the gates, `[batch, gates width]`
    /// @param before the state before
    /// @param recurrence what a state contributes to the gates
    RecurrentState next(Tensor input, RecurrentState before, Recurrence recurrence);

    /// Returns gate number `index` of `gates`, whose width is `width`.
    private static Tensor gate(Tensor gates, int index, int width) {
        return gates.slice(1, index * width, (index + 1) * width, 1);
    }

    /// The plain one: `h' = activation(input + h U)` (Elman 1990).
    ///
    /// @param activation usually TANH
    record Rnn(Activation activation) implements Cell {
        @Override
        public List<Integer> products() {
            return List.of(1);
        }

        @Override
        public RecurrentState next(Tensor input, RecurrentState before, Recurrence recurrence) {
            return RecurrentState.of(
                    activation.apply(input.add(recurrence.of(before.output(), 0))));
        }
    }

    /// Long short-term memory: keeps a memory `c` apart, to which gates write, from which they erase
    /// and which they let out (Hochreiter and Schmidhuber 1997; Gers, Schmidhuber and Cummins 2000).
    ///
    /// With the gates `i, f, g, o = input + h U`:
    /// `c' = sigmoid(f) c + sigmoid(i) tanh(g)` and `h' = sigmoid(o) tanh(c')`.
    ///
    /// @param forgetBias where the bias of `f` begins; 1 lets it remember at first (Jozefowicz, Zaremba
    ///     and Sutskever 2015)
    record Lstm(double forgetBias) implements Cell {
        private static final int FORGET = 1;

        @Override
        public List<Integer> products() {
            return List.of(4);
        }

        @Override
        public boolean remembers() {
            return true;
        }

        @Override
        public float[] bias(int width) {
            var bias = new float[gates() * width];
            java.util.Arrays.fill(bias, FORGET * width, (FORGET + 1) * width, (float) forgetBias);
            return bias;
        }

        @Override
        public RecurrentState next(Tensor input, RecurrentState before, Recurrence recurrence) {
            var width = before.output().size(-1);
            var gates = input.add(recurrence.of(before.output(), 0));
            var written = gate(gates, 0, width).sigmoid().mul(gate(gates, 2, width).tanh());
            var kept = gate(gates, FORGET, width).sigmoid().mul(before.memory().orElseThrow());
            var memory = kept.add(written);
            var output = gate(gates, 3, width).sigmoid().mul(memory.tanh());
            return new RecurrentState(output, Optional.of(memory));
        }
    }

    /// A gated unit: between its old output and a new candidate, one gate chooses for each number
    /// (Cho et al. 2014).
    ///
    /// With `r, z = sigmoid(input + h U)`, the candidate is `n = tanh(input + r (h U + recurrentBias))`
    /// if the reset gate `r` comes after the product, which takes one product a step, and
    /// `n = tanh(input + (r h) U)` as in the paper if it comes before; then `h' = (1 - z) n + z h`.
    ///
    /// @param resetAfter whether `r` comes after the product
    record Gru(boolean resetAfter) implements Cell {
        @Override
        public List<Integer> products() {
            return resetAfter ? List.of(3) : List.of(2, 1);
        }

        @Override
        public boolean hasRecurrentBias() {
            return resetAfter;
        }

        @Override
        public RecurrentState next(Tensor input, RecurrentState before, Recurrence recurrence) {
            var h = before.output();
            var width = h.size(-1);
            var past = recurrence.of(h, 0);
            var reset = gate(input, 0, width).add(gate(past, 0, width)).sigmoid();
            var update = gate(input, 1, width).add(gate(past, 1, width)).sigmoid();
            var recalled =
                    resetAfter ? reset.mul(gate(past, 2, width)) : recurrence.of(reset.mul(h), 1);
            var candidate = gate(input, 2, width).add(recalled).tanh();
            return RecurrentState.of(candidate.lerp(h, update));
        }
    }
}
