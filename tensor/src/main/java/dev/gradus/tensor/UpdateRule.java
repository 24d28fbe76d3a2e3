package dev.gradus.tensor;

import dev.gradus.tensor.graph.Replays;
import java.util.List;
import java.util.Map;

/// How parameters follow from what a step computes: gradients, and what an optimizer makes of them.
///
/// A rule is asked once for each structure of outputs it meets, and what it said then is carried out
/// again at every later step with outputs of the same structure. So most steps note down the network
/// alone, not its gradients and updates, which are many times as many operations. What changes from
/// step to step, such as a learning rate, comes in as numbers.
///
/// ```java fragment
/// var rule = UpdateRule.of((outputs, numbers) -> {
///     var slope = Gradients.of(outputs.getFirst(), weight);
///     return Map.of(weight, weight.sub(slope.mul(numbers.getFirst())));
/// });
/// Step.run(List.of(loss), rule, List.of(learningRate), 1);
/// ```
public final class UpdateRule {
    private final Definition definition;
    private final Replays replays = new Replays();

    private UpdateRule(Definition definition) {
        this.definition = definition;
    }

    /// Says what becomes of parameters.
    @FunctionalInterface
    public interface Definition {
        /// Returns the next values of parameters. They may depend on nothing but the structure of the
        /// outputs, the parameters and the numbers.
        ///
        /// @param outputs what the step computes, the loss among it
        /// @param numbers what is not the same in every step, each a scalar
        Map<Parameter, Tensor> updates(List<Tensor> outputs, List<Tensor> numbers);
    }

    /// Returns the rule that `definition` says.
    public static UpdateRule of(Definition definition) {
        return new UpdateRule(definition);
    }

    Definition definition() {
        return definition;
    }

    Replays replays() {
        return replays;
    }
}
