package dev.gradus.nn.layer;

import dev.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a recurrent layer remembers.
///
/// @param output what it said last, `[batch, width]`
/// @param memory what it keeps to itself, `[batch, width]`, if its cell does so
public record RecurrentState(Tensor output, Optional<Tensor> memory) {
    static RecurrentState of(Tensor output) {
        return new RecurrentState(output, Optional.empty());
    }

    /// Returns this state without its history: gradients end here.
    public RecurrentState detach() {
        return map(Tensor::detach);
    }

    /// Returns the tensors, to be computed along with a loss.
    public Tensor[] tensors() {
        return Stream.concat(Stream.of(output), memory.stream()).toArray(Tensor[]::new);
    }

    /// Returns this state with each tensor changed by `change`, such as one that picks rows.
    public RecurrentState map(UnaryOperator<Tensor> change) {
        return new RecurrentState(change.apply(output), memory.map(change));
    }

    RecurrentState with(RecurrentState other, BinaryOperator<Tensor> join) {
        return new RecurrentState(
                join.apply(output, other.output),
                memory.map(own -> join.apply(own, other.memory.orElseThrow())));
    }
}
