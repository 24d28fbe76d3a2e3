package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Parameter;
import java.util.List;

/// Parameters that follow one rule, beside others that follow another: see [Optimizer#of].
///
/// @param rule how they follow their gradients
/// @param parameters those of a network that are trainable
public record Group(OptimizerSpec rule, List<Parameter> parameters) {
    /// Keeps those parameters that are trainable, each once.
    public Group {
        parameters = parameters.stream().filter(Parameter::trainable).distinct().toList();
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s was given no trainable parameter: is it on a network of layers that hold some, such as dense(10)?"
                            .formatted(rule));
        }
    }
}
