package dev.gradus.benchmarks.contender;

import static dev.gradus.Gradus.*;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Seed;
import dev.gradus.nn.layer.Dense;
import dev.gradus.nn.layer.Embedding;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;

/// Reads characters one by one and says after each which comes next (Hochreiter and Schmidhuber 1997).
///
/// What the gates make of the inputs does not depend on the state, so it is one product for all steps.
record CharacterLstm(
        Embedding characterEmbedding,
        Parameter input,
        Parameter state,
        Parameter bias,
        Dense output)
        implements Layer {
    private static final int UNITS = 256;

    static CharacterLstm build() {
        var seed = Seed.seed(0);
        return new CharacterLstm(
                embedding(96, 64).build(Shape.of(64), seed),
                Parameter.of(Tensor.zeros(64, 4 * UNITS)),
                Parameter.of(Tensor.zeros(UNITS, 4 * UNITS)),
                Parameter.of(Tensor.zeros(4 * UNITS)),
                dense(96).build(Shape.of(UNITS), seed));
    }

    /// Takes characters `[batch, time]` and returns logits `[batch, time, vocabulary]`.
    @Override
    public Tensor apply(Tensor characters) {
        var batch = characters.size(0);
        var time = characters.size(1);
        var inputs = characterEmbedding.apply(characters.transpose()).matmul(input).add(bias);
        var hidden = Tensor.zeros(batch, UNITS);
        var cell = Tensor.zeros(batch, UNITS);
        var all = new Tensor[time];
        for (var t = 0; t < time; t++) {
            var gates = inputs.get(t).add(hidden.matmul(state));
            cell = gate(gates, 1).sigmoid().mul(cell).add(candidate(gates));
            hidden = gate(gates, 3).sigmoid().mul(cell.tanh());
            all[t] = hidden;
        }
        return output.apply(Tensor.stack(0, all)).transpose(0, 1);
    }

    private static Tensor candidate(Tensor gates) {
        return gate(gates, 0).sigmoid().mul(gate(gates, 2).tanh());
    }

    private static Tensor gate(Tensor gates, int index) {
        return gates.slice(1, index * UNITS, (index + 1) * UNITS, 1);
    }
}
