package dev.gradus.tensor;

import dev.gradus.tensor.graph.Evaluation;
import java.util.List;
import java.util.Map;

/// One step of training: computes in training mode and changes parameters, all together or, if anything
/// fails or the thread is interrupted, none.
public final class Step {
    private Step() {}

    /// Computes `outputs`, gives each parameter in `updates` its new value, and carries out the assignments
    /// that layers noted with [Tensor#assigning].
    ///
    /// A parameter changes once: one that is updated and assigned too is refused.
    ///
    /// `key` decides the step's random numbers: see [Randomness#stepKey].
    ///
    /// @throws ComputationInterruptedException if the thread is interrupted; nothing has changed then
    public static void run(List<Tensor> outputs, Map<Parameter, Tensor> updates, long key) {
        updates.forEach(Parameter::checkFits);
        Evaluation.step(outputs, updates, key);
    }

    /// Computes `outputs` and changes parameters as `rule` says, and carries out the assignments that
    /// layers noted.
    ///
    /// @param numbers what the rule is to be told in this step, each a scalar
    /// @throws ComputationInterruptedException if the thread is interrupted; nothing has changed then
    public static void run(List<Tensor> outputs, UpdateRule rule, List<Tensor> numbers, long key) {
        Evaluation.step(
                outputs,
                rule.replays(),
                () -> {
                    var updates = rule.definition().updates(outputs, numbers);
                    updates.forEach(Parameter::checkFits);
                    return updates;
                },
                numbers,
                key);
    }
}
