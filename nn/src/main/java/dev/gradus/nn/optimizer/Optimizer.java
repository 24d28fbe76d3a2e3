package dev.gradus.nn.optimizer;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.UpdateRule;
import dev.gradus.tensor.backend.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Makes a loss smaller, step by step, by changing parameters against their gradients.
///
/// ```java
/// var optimizer = adam(1e-3).on(net);
/// for (var batch : batches) {
///     optimizer.step(crossEntropy(net.apply(batch.x()), batch.y()));
/// }
/// ```
///
/// Each step is one program: the loss, its gradients, their clipping, the new values of parameters,
/// of what the rule remembers and of what layers assign. If it fails or the thread is interrupted,
/// nothing has changed. For one thread at a time.
public final class Optimizer {
    private final OptimizerSpec spec;
    private final List<Parameter> parameters;
    private final List<List<Parameter>> memory;
    private final List<DType> types;
    private final UpdateRule rule = UpdateRule.of(this::updates);
    private double learningRate;
    private long seed;
    private long steps;

    Optimizer(OptimizerSpec spec, Collection<Parameter> parameters) {
        this.spec = spec;
        this.parameters = parameters.stream().filter(Parameter::trainable).distinct().toList();
        if (this.parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s was given no trainable parameter: is it on a network of layers that hold some, such as dense(10)?"
                            .formatted(spec));
        }
        this.memory =
                this.parameters.stream()
                        .map(parameter ->
                                Stream.generate(() -> Parameter.state(Tensor.zerosLike(parameter)))
                                        .limit(spec.memories())
                                        .toList())
                        .toList();
        this.types = this.parameters.stream().map(Parameter::type).distinct().toList();
        this.learningRate = spec.learningRate();
    }

    /// Changes all parameters a little so that `loss` becomes smaller. Afterwards `loss` and
    /// `others`, such as the output it was made from, have the values they had in this step.
    ///
    /// @param loss a single number
    /// @param others what is computed along the way
    /// @throws dev.gradus.tensor.ComputationInterruptedException if the thread is interrupted;
    ///     nothing has changed then
    public void step(Tensor loss, Tensor... others) {
        var outputs = new ArrayList<Tensor>(List.of(loss));
        outputs.addAll(Arrays.asList(others));
        Step.run(outputs, rule, rates(), Randomness.stepKey(seed, steps));
        steps++;
    }

    /// Returns the numbers that are not the same in every step, in each type of parameters.
    private List<Tensor> rates() {
        var numbers = spec.rates(learningRate, steps + 1);
        var rates = new ArrayList<Tensor>(numbers.length * types.size());
        for (var type : types) {
            for (var number : numbers) {
                rates.add(scalar(number, type));
            }
        }
        return rates;
    }

    private Map<Parameter, Tensor> updates(List<Tensor> outputs, List<Tensor> rates) {
        var gradients = spec.clipping().apply(Gradients.of(outputs.getFirst(), parameters));
        var count = rates.size() / types.size();
        var updates = new LinkedHashMap<Parameter, Tensor>();
        for (var i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            var remembered = memory.get(i);
            var first = types.indexOf(parameter.type()) * count;
            var change =
                    spec.change(
                            parameter,
                            gradients.get(i),
                            remembered,
                            rates.subList(first, first + count));
            updates.put(parameter, change.parameter());
            for (var k = 0; k < remembered.size(); k++) {
                updates.put(remembered.get(k), change.memory().get(k));
            }
        }
        return updates;
    }

    /// Handed in like data rather than written as literals: two rates that happen to be equal in
    /// one step and not in the next would otherwise make another program.
    private static Tensor scalar(double value, DType type) {
        var buffer = Buffer.allocate(type, 1);
        buffer.set(0, value);
        return Tensor.of(buffer, Shape.SCALAR);
    }

    /// Returns the rule.
    public OptimizerSpec spec() {
        return spec;
    }

    /// Returns the parameters it changes.
    public List<Parameter> parameters() {
        return parameters;
    }

    /// Returns what the rule remembers, parameter by parameter.
    public List<Parameter> memory() {
        return memory.stream().flatMap(List::stream).toList();
    }

    /// Returns how many steps were made.
    public long steps() {
        return steps;
    }

    /// Returns the present learning rate.
    public double learningRate() {
        return learningRate;
    }

    /// Sets the learning rate of the steps to come; returns this optimizer.
    public Optimizer learningRate(double rate) {
        Require.atLeast("the learning rate", rate, 0);
        learningRate = rate;
        return this;
    }

    /// Sets what the random numbers of the steps to come follow from; returns this optimizer.
    public Optimizer seed(long value) {
        seed = value;
        return this;
    }
}
