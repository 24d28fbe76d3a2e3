package dev.gradus.nn.optimizer;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The average of weights over the steps of an optimizer. It often recognises unseen examples
/// better than the weights themselves.
///
/// ```java
/// var optimizer = adam(1e-3).on(net).average(ema(0.999));
/// ...
/// var accuracy = optimizer.averages().during(() -> accuracyOf(net));
/// ```
///
/// What layers remember besides, such as the running means of a batch normalisation, is not
/// averaged.
public final class Averages {
    private final Averaging averaging;
    private final List<Parameter> parameters;
    private final List<Parameter> means;
    private final List<DType> types;
    private boolean swapped;

    Averages(Averaging averaging, List<Parameter> parameters) {
        this.averaging = averaging;
        this.parameters = parameters;
        this.means = parameters.stream().map(Parameter::state).toList();
        this.types = parameters.stream().map(Parameter::type).distinct().toList();
    }

    /// Returns the averages, in the order of the optimizer's parameters.
    public List<Parameter> values() {
        return means;
    }

    /// Returns whether the network has the averages in place of its weights.
    public boolean swapped() {
        return swapped;
    }

    /// Exchanges the weights of the network and their averages. To exchange them again is to undo
    /// it; no step can be made in between.
    public void swap() {
        for (var i = 0; i < means.size(); i++) {
            var mean = Tensor.of(means.get(i).buffer().copy(), means.get(i).shape());
            means.get(i).set(parameters.get(i));
            parameters.get(i).set(mean);
        }
        swapped = !swapped;
    }

    /// Runs `action`, such as an evaluation or the writing of a file, while the network has the
    /// averages in place of its weights.
    public <T> T during(Supplier<T> action) {
        swap();
        try {
            return action.get();
        } finally {
            swap();
        }
    }

    List<Tensor> numbers(long step) {
        var weight = averaging.weight(step);
        return types.stream().map(type -> Numbers.of(weight, type)).toList();
    }

    /// Adds the averages that follow from the next values of parameters.
    void update(Map<Parameter, Tensor> updates, List<Tensor> numbers) {
        for (var i = 0; i < means.size(); i++) {
            var next = updates.getOrDefault(parameters.get(i), parameters.get(i));
            var weight = numbers.get(types.indexOf(next.type()));
            updates.put(means.get(i), means.get(i).lerp(next, weight));
        }
    }
}
