package dev.gradus.nn.layer;

import dev.gradus.nn.BuiltLayer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Seed;
import dev.gradus.nn.Sequential;
import dev.gradus.nn.initializer.Initializer;
import dev.gradus.nn.initializer.Orthogonal;
import dev.gradus.nn.initializer.VarianceScaling;
import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.ShapeException;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Optional;

/// Reads a sequence step by step and remembers what it has read: a text, a tune, a series of
/// measurements. What it remembers is its [RecurrentState], whose output is what it says after each step.
///
/// - input: `[batch, time, features]`
/// - output: what it says after the last step, `[batch, width]`; with `sequences()` after each,
///   `[batch, time, width]`
///
/// What the inputs contribute does not depend on the state, so it is one product for all steps:
/// `x inputWeight + bias`. The formula of each step is that of the [Cell].
///
/// **Lengths.** Where sequences of a batch end earlier than others, give their `lengths`: beyond its
/// length the state of a sequence stays as it is and its outputs are 0. In a network of layers, which
/// hands on numbers alone, steps of nothing but zeros stand for "nothing here": `skipZeros()` passes
/// over them, [Embedding] makes them of its padding word, and the outputs for such steps are zeros
/// again, for the next layer to pass over. (Keras sends a mask along beside the numbers, from
/// `Masking` or `mask_zero=True`; its outputs for masked steps repeat the one before.)
///
/// **State.** [#run] begins with a state and returns the last one, so that a long text can be read
/// piece by piece, training on each, without a gradient into the pieces before:
///
/// ```java
/// var state = lstm.start(batch);
/// for (var piece : pieces) {
///     var read = lstm.run(piece, state);
///     var loss = crossEntropy(answer.apply(read.outputs()), next(piece));
///     optimizer.step(loss, read.state().tensors());       // the state is computed in this step
///     state = read.state().detach();
/// }
/// ```
///
/// This takes the place of Keras's `stateful=True`, where the layer itself keeps the state and has to
/// be told when to forget it. [#step] takes a single step, for programs that decide what comes next:
/// generation, trees.
///
/// @param spec what it was built from
/// @param inputWeight `[features, gates width]`
/// @param recurrentWeight `[width, gates width]`
/// @param bias `[gates width]`, or nothing
/// @param recurrentBias `[gates width]` for a gated unit that resets after its product, or nothing
public record Recurrent(
        Spec spec,
        Parameter inputWeight,
        Parameter recurrentWeight,
        Optional<Parameter> bias,
        Optional<Parameter> recurrentBias)
        implements BuiltLayer {
    /// What reading a sequence gives.
    ///
    /// @param outputs what the layer says after each step, `[batch, time, width]`
    /// @param state what it remembers in the end
    public record Reading(Tensor outputs, RecurrentState state) {}

    @Override
    public Tensor apply(Tensor x) {
        return answer(run(x));
    }

    /// Returns the output for sequences of these lengths.
    ///
    /// @param lengths whole numbers `[batch]`; the last step of a sequence is that before its length
    public Tensor apply(Tensor x, Tensor lengths) {
        return answer(run(x, start(x), lengths));
    }

    private Tensor answer(Reading reading) {
        return spec.everyStep ? reading.outputs() : reading.state().output();
    }

    /// Reads `x` from a state of zeros.
    public Reading run(Tensor x) {
        return run(x, start(x));
    }

    /// Reads `x` from a state on.
    public Reading run(Tensor x, RecurrentState state) {
        Accepted.sequences(this, x);
        Accepted.state(this, x, state);
        return Unrolling.of(this, x, Optional.empty()).from(state);
    }

    /// Reads `x`, sequences of these lengths, from a state on.
    public Reading run(Tensor x, RecurrentState state, Tensor lengths) {
        Accepted.sequences(this, x);
        Accepted.state(this, x, state);
        Accepted.lengths(this, x, lengths);
        return Unrolling.of(this, x, Optional.of(lengths)).from(state);
    }

    /// Returns the state after a single step that reads `x`, `[batch, features]`.
    ///
    /// Recurrent dropout silences others in each such step.
    public RecurrentState step(Tensor x, RecurrentState state) {
        Accepted.step(this, x);
        Accepted.state(this, x, state);
        return spec.cell.next(gates(x), state, recurrence(x.size(0)));
    }

    /// Returns a state of zeros for `batch` sequences.
    public RecurrentState start(int batch) {
        return start(batch, inputWeight.type());
    }

    private RecurrentState start(Tensor x) {
        Accepted.sequences(this, x);
        return start(x.size(0), x.type().promote(inputWeight.type()));
    }

    private RecurrentState start(int batch, DType type) {
        var zeros = Tensor.scalar(0, type).expand(Shape.of(batch, spec.width));
        return new RecurrentState(
                zeros, spec.cell.remembers() ? Optional.of(zeros) : Optional.empty());
    }

    /// Returns what inputs contribute to the gates.
    Tensor gates(Tensor x) {
        var gates = x.matmul(inputWeight);
        return bias.isPresent() ? gates.add(bias.get()) : gates;
    }

    /// Returns what states contribute to the gates.
    Cell.Recurrence recurrence(int batch) {
        return Recurrences.of(this, batch);
    }

    @Override
    public String toString() {
        return spec.toString();
    }

    /// A recurrent layer before the number of its features is known.
    ///
    /// @param cell the formula of a step
    /// @param width how many numbers the output has
    /// @param everyStep whether there is an output for each step, not for the last alone
    /// @param backward whether it reads from the last step to the first
    /// @param skippingZeros whether it passes over steps of nothing but zeros
    /// @param recurrentDropout the share of the state that a step in training does not see
    /// @param bias whether a number of its own is added to each gate
    /// @param initializer where the weights of the input begin
    /// @param recurrentInitializer where the weights of the state begin
    public record Spec(
            Cell cell,
            int width,
            boolean everyStep,
            boolean backward,
            boolean skippingZeros,
            double recurrentDropout,
            boolean bias,
            Initializer initializer,
            Initializer recurrentInitializer)
            implements LayerSpec {
        /// Checks the numbers.
        public Spec {
            Require.positive(name(cell), "width", width);
            if (!(recurrentDropout >= 0 && recurrentDropout < 1)) {
                throw new IllegalArgumentException(
                        "%s was given the recurrent dropout %s: it is a share of the state, at least 0 and below 1, such as 0.2"
                                .formatted(name(cell), recurrentDropout));
            }
        }

        /// Returns the usual spec: the output of the last step, and a state that is turned without
        /// being stretched.
        public static Spec of(Cell cell, int width) {
            var input = VarianceScaling.glorotUniform();
            var state = new Orthogonal(1);
            return new Spec(cell, width, false, false, false, 0, true, input, state);
        }

        /// Returns this spec with an output for each step: `[batch, time, width]`.
        public Spec sequences() {
            return with(cell, true, backward, skippingZeros, recurrentDropout, bias);
        }

        /// Returns this spec reading from the last step to the first. The output for a step stands
        /// where the step stands.
        public Spec reversed() {
            return with(cell, everyStep, true, skippingZeros, recurrentDropout, bias);
        }

        /// Returns this spec passing over steps of nothing but zeros: the state stays as it is, the
        /// output for such a step is 0.
        public Spec skipZeros() {
            return with(cell, everyStep, backward, true, recurrentDropout, bias);
        }

        /// Returns this spec with a share `rate` of the state silenced in training before it meets
        /// its weights; the same in all steps of a sequence (Gal and Ghahramani 2016).
        public Spec recurrentDropout(double rate) {
            return with(cell, everyStep, backward, skippingZeros, rate, bias);
        }

        /// Returns this spec without biases.
        public Spec withoutBias() {
            return with(cell, everyStep, backward, skippingZeros, recurrentDropout, false);
        }

        /// Returns this spec with weights of the input that begin elsewhere.
        public Spec initializer(Initializer start) {
            return new Spec(
                    cell,
                    width,
                    everyStep,
                    backward,
                    skippingZeros,
                    recurrentDropout,
                    bias,
                    start,
                    recurrentInitializer);
        }

        /// Returns this spec with weights of the state that begin elsewhere.
        public Spec recurrentInitializer(Initializer start) {
            return new Spec(
                    cell,
                    width,
                    everyStep,
                    backward,
                    skippingZeros,
                    recurrentDropout,
                    bias,
                    initializer,
                    start);
        }

        /// Returns this spec, an `lstm`, with a bias of the forget gate that begins at `start`
        /// instead of 1.
        public Spec forgetBias(double start) {
            if (!(cell instanceof Cell.Lstm)) {
                throw new IllegalArgumentException(
                        "%s has no forget gate: forgetBias belongs to lstm".formatted(this));
            }
            return with(
                    new Cell.Lstm(start),
                    everyStep,
                    backward,
                    skippingZeros,
                    recurrentDropout,
                    bias);
        }

        /// Returns this spec, a `gru`, with a reset gate before the product, as in the paper, which
        /// takes a second product in each step.
        public Spec resetBefore() {
            if (!(cell instanceof Cell.Gru)) {
                throw new IllegalArgumentException(
                        "%s has no reset gate: resetBefore belongs to gru".formatted(this));
            }
            return with(
                    new Cell.Gru(false),
                    everyStep,
                    backward,
                    skippingZeros,
                    recurrentDropout,
                    bias);
        }

        /// Returns `layers` layers of this spec, each reading what the one before said after each
        /// step, with dropout of share `dropout` between them.
        public Sequential.Spec stacked(int layers, double dropout) {
            Require.positive(name(cell), "layers", layers);
            var all = new ArrayList<LayerSpec>();
            for (var i = 1; i < layers; i++) {
                all.add(sequences());
                if (dropout != 0) {
                    all.add(new Dropout(dropout));
                }
            }
            all.add(this);
            return new Sequential.Spec(all);
        }

        private Spec with(
                Cell cell,
                boolean everyStep,
                boolean backward,
                boolean skippingZeros,
                double recurrentDropout,
                boolean bias) {
            return new Spec(
                    cell,
                    width,
                    everyStep,
                    backward,
                    skippingZeros,
                    recurrentDropout,
                    bias,
                    initializer,
                    recurrentInitializer);
        }

        @Override
        public Recurrent build(Shape input, Seed seed) {
            if (input.rank() == 0) {
                throw new ShapeException(
                        "%s needs an axis of features but an example is a single number (input %s): an example is [time, features]"
                                .formatted(this, input));
            }
            var gates = cell.gates() * width;
            var inputWeight = Shape.of(input.size(-1), gates);
            var recurrentWeight = Shape.of(width, gates);
            return new Recurrent(
                    this,
                    Parameter.of(initializer.tensor(inputWeight, seed.child("inputWeight"))),
                    Parameter.of(
                            recurrentInitializer.tensor(
                                    recurrentWeight, seed.child("recurrentWeight"))),
                    bias
                            ? Optional.of(Parameter.of(Tensor.of(cell.bias(width), gates)))
                            : Optional.empty(),
                    bias && cell.hasRecurrentBias()
                            ? Optional.of(Parameter.of(Tensor.zeros(gates)))
                            : Optional.empty());
        }

        private static String name(Cell cell) {
            return switch (cell) {
                case Cell.Rnn _ -> "rnn";
                case Cell.Lstm _ -> "lstm";
                case Cell.Gru _ -> "gru";
            };
        }

        @Override
        public String toString() {
            var call = Call.of(name(cell)).with(width);
            switch (cell) {
                case Cell.Rnn(var activation) -> call.with(activation, Activation.TANH);
                case Cell.Lstm(var start) -> call.then(start != 1, "forgetBias(" + start + ")");
                case Cell.Gru(var resetAfter) -> call.then(!resetAfter, "resetBefore()");
            }
            return call.then(everyStep, "sequences()")
                    .then(backward, "reversed()")
                    .then(skippingZeros, "skipZeros()")
                    .then(recurrentDropout != 0, "recurrentDropout(" + recurrentDropout + ")")
                    .then(!bias, "withoutBias()")
                    .toString();
        }
    }
}
