package dev.gradus.nn.optimizer;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// A group at work in an optimizer: with what its rule remembers.
final class Member {
    private final Group group;
    private final List<List<Parameter>> memory;
    private final List<DType> types;
    private final int rates;

    Member(Group group) {
        this.group = group;
        this.memory =
                group.parameters().stream()
                        .map(parameter ->
                                group.rule().memories(parameter).stream()
                                        .map(Parameter::state)
                                        .toList())
                        .toList();
        this.types = group.parameters().stream().map(Parameter::type).distinct().toList();
        this.rates = group.rule().rates(group.rule().learningRate(), 1).length;
    }

    Group group() {
        return group;
    }

    int size() {
        return group.parameters().size();
    }

    List<Parameter> memory() {
        return memory.stream().flatMap(List::stream).toList();
    }

    /// Returns how many numbers [#numbers] makes.
    int count() {
        return rates * types.size();
    }

    /// Adds the numbers that are not the same in every step, in each type of parameters.
    void numbers(double learningRate, long step, List<Tensor> numbers) {
        var values = group.rule().rates(learningRate, step);
        for (var type : types) {
            for (var value : values) {
                numbers.add(Numbers.of(value, type));
            }
        }
    }

    /// Adds the next values of parameters and memory.
    void change(List<Tensor> gradients, List<Tensor> numbers, Map<Parameter, Tensor> updates) {
        var within = group.rule().clipping().apply(gradients);
        for (var i = 0; i < size(); i++) {
            var parameter = group.parameters().get(i);
            var remembered = memory.get(i);
            var first = types.indexOf(parameter.type()) * rates;
            var change =
                    group.rule()
                            .change(
                                    parameter,
                                    within.get(i),
                                    remembered,
                                    numbers.subList(first, first + rates));
            updates.put(parameter, change.parameter());
            for (var k = 0; k < remembered.size(); k++) {
                updates.put(remembered.get(k), change.memory().get(k));
            }
        }
    }
}
