package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Collects gradients over several batches, to make one step of their mean.
final class Accumulation {
    private final int batches;
    private final List<Parameter> sums;
    private int collected;

    Accumulation(int batches, List<Parameter> parameters) {
        this.batches = batches;
        this.sums =
                batches == 1
                        ? List.of()
                        : parameters.stream()
                                .map(parameter -> Parameter.state(Tensor.zerosLike(parameter)))
                                .toList();
    }

    int batches() {
        return batches;
    }

    int collected() {
        return collected;
    }

    void collected(int present) {
        collected = present;
    }

    List<Parameter> sums() {
        return sums;
    }

    /// Returns whether the next batch completes a step.
    boolean completes() {
        return collected + 1 == batches;
    }

    void count() {
        collected = completes() ? 0 : collected + 1;
    }

    /// Adds the sums that another batch leads to.
    void collect(List<Tensor> gradients, Map<Parameter, Tensor> updates) {
        for (var i = 0; i < sums.size(); i++) {
            updates.put(sums.get(i), sums.get(i).add(gradients.get(i)));
        }
    }

    /// Returns the mean over all batches, of which the last has `gradients`.
    List<Tensor> mean(List<Tensor> gradients) {
        return batches == 1
                ? gradients
                : IntStream.range(0, sums.size())
                        .mapToObj(i -> sums.get(i).add(gradients.get(i)).mul(1.0 / batches))
                        .toList();
    }

    /// Begins anew.
    void clear(Map<Parameter, Tensor> updates) {
        sums.forEach(sum -> updates.put(sum, Tensor.zerosLike(sum)));
    }
}
