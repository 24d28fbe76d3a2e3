package dev.gradus.nn.optimizer;

import dev.gradus.nn.constraint.Constraint;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.UpdateRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a step of an optimizer consists of, in this order: gradients, their mean over several
/// batches, their limit, the rule of each group, what weights are held to, and their averages.
final class Recipe {
    private final List<Member> members;
    private final List<Parameter> parameters;
    private final Map<Parameter, List<Constraint>> constraints = new LinkedHashMap<>();
    private UpdateRule change = UpdateRule.of(this::changes);
    private UpdateRule collection = UpdateRule.of(this::collected);
    private Clipping clipping = Clipping.NONE;
    private Accumulation accumulation;
    private Optional<Averages> averages = Optional.empty();
    private double radius;

    Recipe(List<Member> members, List<Parameter> parameters) {
        this.members = members;
        this.parameters = parameters;
        this.accumulation = new Accumulation(1, parameters);
    }

    /// Returns how parameters follow from the next batch.
    UpdateRule rule() {
        return accumulation.completes() ? change : collection;
    }

    /// Notes that a batch was learned from; returns whether it completed a step.
    boolean count() {
        var completed = accumulation.completes();
        accumulation.count();
        return completed;
    }

    /// Returns the numbers that are not the same in every step.
    List<Tensor> numbers(ToDoubleFunction<OptimizerSpec> rate, long step) {
        var numbers = new ArrayList<Tensor>();
        for (var member : members) {
            var rule = member.group().rule();
            member.numbers(rate.applyAsDouble(rule), step, numbers);
        }
        averages.ifPresent(average -> numbers.addAll(average.numbers(step)));
        return numbers;
    }

    private Map<Parameter, Tensor> changes(List<Tensor> outputs, List<Tensor> numbers) {
        var updates = new LinkedHashMap<Parameter, Tensor>();
        var gradients = clipping.apply(accumulation.mean(gradients(outputs)));
        var parameter = 0;
        var number = 0;
        for (var member : members) {
            member.change(
                    gradients.subList(parameter, parameter + member.size()),
                    numbers.subList(number, number + member.count()),
                    updates);
            parameter += member.size();
            number += member.count();
        }
        constraints.forEach(
                (weight, all) -> updates.computeIfPresent(weight, (_, next) -> held(next, all)));
        var rest = numbers.subList(number, numbers.size());
        averages.ifPresent(average -> average.update(updates, rest));
        accumulation.clear(updates);
        return updates;
    }

    private static Tensor held(Tensor weight, List<Constraint> constraints) {
        var held = weight;
        for (var constraint : constraints) {
            held = constraint.apply(held);
        }
        return held;
    }

    private Map<Parameter, Tensor> collected(List<Tensor> outputs, List<Tensor> numbers) {
        var updates = new LinkedHashMap<Parameter, Tensor>();
        accumulation.collect(gradients(outputs), updates);
        return updates;
    }

    private List<Tensor> gradients(List<Tensor> outputs) {
        var loss = outputs.getFirst();
        return radius > 0
                ? Sharpness.gradients(loss, parameters, radius)
                : Gradients.of(loss, parameters);
    }

    /// What was noted down before does not hold any more.
    private void anew() {
        change = UpdateRule.of(this::changes);
        collection = UpdateRule.of(this::collected);
    }

    void clip(Clipping limit) {
        clipping = limit;
        anew();
    }

    void sharpness(double distance) {
        radius = distance;
        anew();
    }

    void accumulate(int batches) {
        if (accumulation.collected() > 0) {
            throw new IllegalStateException(
                    "accumulate(%d) was called after %d of %d batches: call it between two changes of the parameters"
                            .formatted(batches, accumulation.collected(), accumulation.batches()));
        }
        accumulation = new Accumulation(batches, parameters);
        anew();
    }

    int batches() {
        return accumulation.batches();
    }

    int collected() {
        return accumulation.collected();
    }

    void collected(int batches) {
        accumulation.collected(batches);
    }

    List<Parameter> sums() {
        return accumulation.sums();
    }

    void constrain(Constraint constraint, Collection<Parameter> chosen) {
        chosen.forEach(parameter ->
                constraints.computeIfAbsent(parameter, _ -> new ArrayList<>()).add(constraint));
        anew();
    }

    void average(Averages means) {
        averages = Optional.of(means);
        anew();
    }

    Optional<Averages> averages() {
        return averages;
    }
}
