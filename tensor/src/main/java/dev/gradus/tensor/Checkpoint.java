package dev.gradus.tensor;

import dev.gradus.tensor.op.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Trades time for memory: a part of a network whose inner numbers are not kept for the gradient but
/// computed a second time when the gradient gets there (Chen, Xu, Zhang and Guestrin 2016).
///
/// ```java
/// for (var block : blocks) {
///     x = Checkpoint.of(block::apply, x);
/// }
/// ```
///
/// Gradients are the same to the last bit or nearly so, since the same operations are done again, with
/// the same random numbers. A network of `n` blocks keeps what goes from block to block and the inside of
/// one instead of the insides of all.
public final class Checkpoint {
    private static final GradientRule AGAIN = Checkpoint::again;

    private Checkpoint() {}

    /// Returns `function` of `x`, of whose computation nothing is kept for the gradient but `x` and the
    /// result.
    public static Tensor of(UnaryOperator<Tensor> function, Tensor x) {
        var y = function.apply(x);
        var inputs = new ArrayList<Tensor>();
        inputs.add(x);
        inputs.addAll(Substitution.border(y, x));
        return CustomGradient.record(y, inputs, AGAIN);
    }

    private static List<Tensor> again(List<Tensor> inputs, Tensor output, Tensor up) {
        var later = Tensor.record(new Move.After(), inputs.getFirst(), up);
        var recomputed = Substitution.in(output, Map.of(inputs.getFirst(), later));
        var variables = new ArrayList<>(inputs);
        variables.set(0, later);
        return Gradients.of(recomputed, up, variables);
    }
}
