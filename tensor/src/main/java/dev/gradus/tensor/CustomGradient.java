package dev.gradus.tensor;

import dev.gradus.tensor.op.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A function whose gradient is what you say, not what follows from its operations: for one that has
/// none worth following, such as rounding, or that is to be held back, reversed or made steadier.
///
/// ```java
/// var clippedIdentity = CustomGradient.of(x -> x, (x, up) -> up.clamp(-1, 1));
/// var y = clippedIdentity.apply(x);
/// ```
///
/// Make it once and use it often: a step knows functions apart by the object, so that a new one in each
/// step would be taken for another network each time.
public final class CustomGradient {
    private final Function<List<Tensor>, Tensor> function;
    private final GradientRule rule;

    private CustomGradient(Function<List<Tensor>, Tensor> function, GradientRule rule) {
        this.function = function;
        this.rule = rule;
    }

    /// Returns `function` of one tensor, with a gradient of its own.
    ///
    /// @param back what becomes of the gradient `up` of the result on its way to the input: `(x, up)`
    public static CustomGradient of(UnaryOperator<Tensor> function, BinaryOperator<Tensor> back) {
        return ofAll(
                inputs -> function.apply(inputs.getFirst()),
                (inputs, _, up) -> List.of(back.apply(inputs.getFirst(), up)));
    }

    /// Returns `function` of several tensors, with a gradient for each.
    public static CustomGradient ofAll(Function<List<Tensor>, Tensor> function, GradientRule rule) {
        return new CustomGradient(function, rule);
    }

    /// Returns the function of `inputs`.
    public Tensor apply(Tensor... inputs) {
        var all = List.of(inputs);
        return record(function.apply(all), all, rule);
    }

    /// Returns `output` with the note that gradients go to `inputs` by `rule`.
    static Tensor record(Tensor output, List<Tensor> inputs, GradientRule rule) {
        var parts = new ArrayList<Tensor>();
        parts.add(output);
        parts.addAll(inputs);
        return Tensor.record(new Marker.ByRule(rule), parts.toArray(Tensor[]::new));
    }
}
