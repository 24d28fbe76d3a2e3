package dev.gradus.nn.optimizer;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.nn.constraint.Constraint;
import dev.gradus.nn.schedule.Schedule;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Step;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
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
    private static final Schedule STEADY = _ -> 1;

    private final List<Member> members;
    private final List<Parameter> parameters;
    private final Recipe recipe;
    private Schedule schedule = STEADY;
    private double learningRate;
    private long seed;
    private long batches;
    private long steps;

    private Optimizer(List<Group> groups) {
        checkNoneTwice(groups);
        this.members = groups.stream().map(Member::new).toList();
        this.parameters = groups.stream().flatMap(group -> group.parameters().stream()).toList();
        this.recipe = new Recipe(members, parameters);
        this.learningRate = groups.getFirst().rule().learningRate();
    }

    /// Returns an optimizer with a rule for each group of parameters:
    ///
    /// ```java
    /// var optimizer = Optimizer.of(group(sgd(0.01), body), group(adamW(1e-3).weightDecay(0),
    /// head));
    /// ```
    ///
    /// Limits on gradients that a rule has, such as `sgd(0.1).clipNorm(1)`, count for its own
    /// group.
    ///
    /// @throws IllegalArgumentException if a parameter is in two groups
    public static Optimizer of(Group first, Group... others) {
        return new Optimizer(Stream.concat(Stream.of(first), Arrays.stream(others)).toList());
    }

    private static void checkNoneTwice(List<Group> groups) {
        var owner = new HashMap<Parameter, Integer>();
        for (var i = 0; i < groups.size(); i++) {
            for (var parameter : groups.get(i).parameters()) {
                var before = owner.put(parameter, i);
                if (before != null) {
                    throw new IllegalArgumentException(
                            "a parameter of shape %s is in group %d (%s) and in group %d (%s): each can follow one rule only"
                                    .formatted(
                                            parameter.shape(),
                                            before + 1,
                                            groups.get(before).rule(),
                                            i + 1,
                                            groups.get(i).rule()));
                }
            }
        }
    }

    /// Changes all parameters a little so that `loss` becomes smaller. Afterwards `loss` and
    /// `others`, such as the output it was made from, have the values they had in this step.
    ///
    /// @param loss a single number
    /// @param others what is computed along the way
    /// @throws dev.gradus.tensor.ComputationInterruptedException if the thread is interrupted;
    ///     nothing has changed then
    public void step(Tensor loss, Tensor... others) {
        if (recipe.averages().isPresent() && recipe.averages().get().swapped()) {
            throw new IllegalStateException(
                    "a step was to be made while the network has averages in place of its weights: call averages().swap() once more before");
        }
        var outputs = new ArrayList<Tensor>(List.of(loss));
        outputs.addAll(Arrays.asList(others));
        var numbers = recipe.numbers(this::rate, steps + 1);
        Step.run(outputs, recipe.rule(), numbers, Randomness.stepKey(seed, batches));
        if (recipe.count()) {
            steps++;
        }
        batches++;
    }

    private double rate(OptimizerSpec rule) {
        var own = members.getFirst().group().rule().learningRate();
        if (rule.learningRate() == own) {
            // exactly the rate that was set
            return learningRate * schedule.factor(steps);
        }
        var change = own == 0 ? 1 : learningRate / own;
        return rule.learningRate() * change * schedule.factor(steps);
    }

    /// Limits the gradients of all groups together, taken as one vector, to the length `most`; a
    /// limit that the rule of a group has comes after it. Returns this optimizer.
    public Optimizer clipNorm(double most) {
        recipe.clip(new Clipping.ByNorm(most));
        return this;
    }

    /// Limits each number of the gradients of all groups to between `-most` and `most`; a limit
    /// that the rule of a group has comes after it. Returns this optimizer.
    public Optimizer clipValue(double most) {
        recipe.clip(new Clipping.ByValue(most));
        return this;
    }

    /// Takes gradients at the worst weights within the distance `radius`, such as 0.05, so that
    /// steps lead to flat places, where networks recognise unseen examples better (Foret, Kleiner,
    /// Mobahi and Neyshabur 2020): with `g` the gradient at the weights `w`, all taken as one
    /// vector, that at
    /// `w + radius × g / |g|`. A step takes about twice as long. 0 is the usual gradient. Returns
    /// this optimizer.
    ///
    /// Dropout silences the same units at both places, and layers assign what follows from the
    /// first.
    public Optimizer sharpnessAware(double radius) {
        Require.atLeast("sharpnessAware's radius", radius, 0);
        recipe.sharpness(radius);
        return this;
    }

    /// Changes parameters only once in `batches` calls of [#step], by the mean of the gradients of
    /// those batches: as if they were one large batch, without the memory that would take. Learning
    /// rate and rules count the changes. Returns this optimizer.
    ///
    /// Batches of different sizes count alike, and layers that look at a whole batch, such as
    /// [dev.gradus.nn.layer.BatchNorm], still see the small ones.
    public Optimizer accumulate(int batches) {
        Require.positive("accumulate", batches);
        recipe.accumulate(batches);
        return this;
    }

    /// Applies `constraint` to all weights after each step; those are the parameters of two axes
    /// and more, not biases and scales. Returns this optimizer.
    public Optimizer constrain(Constraint constraint) {
        return constrain(constraint, weights(parameters));
    }

    /// Applies `constraint` to the weights of `layer` after each step; those are the parameters of
    /// two axes and more, not biases and scales. Returns this optimizer.
    public Optimizer constrain(Constraint constraint, Layer layer) {
        return constrain(constraint, weights(Parameters.trainable(layer).values()));
    }

    /// Applies `constraint` to `chosen` parameters after each step, after those that were said
    /// before. Returns this optimizer.
    public Optimizer constrain(Constraint constraint, Collection<Parameter> chosen) {
        for (var parameter : chosen) {
            if (!parameters.contains(parameter)) {
                throw new IllegalArgumentException(
                        "%s was to hold for a parameter of shape %s that this optimizer does not change"
                                .formatted(constraint, parameter.shape()));
            }
        }
        recipe.constrain(constraint, chosen);
        return this;
    }

    private static List<Parameter> weights(Collection<Parameter> parameters) {
        return parameters.stream()
                .filter(Parameter::trainable)
                .filter(parameter -> parameter.rank() > 1)
                .toList();
    }

    /// Averages the weights from now on: `average(ema(0.999))`; see [#averages]. Returns this
    /// optimizer.
    public Optimizer average(Averaging averaging) {
        recipe.average(new Averages(averaging, parameters));
        return this;
    }

    /// Returns the averages of the weights.
    ///
    /// @throws IllegalStateException if none were asked for by [#average]
    public Averages averages() {
        return recipe.averages()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "this optimizer keeps no averages of the weights: call average(ema(0.999)) before the first step"));
    }

    /// Lets the learning rates of all groups follow a schedule, from the present step on counted as
    /// all steps are. Returns this optimizer.
    ///
    /// @throws IllegalStateException if the schedule does not know how long the run is
    public Optimizer schedule(Schedule schedule) {
        schedule.factor(steps);
        this.schedule = schedule;
        return this;
    }

    /// Returns the schedule of its learning rates.
    public Schedule schedule() {
        return schedule;
    }

    /// Returns how many batches make a step.
    public int batchesPerStep() {
        return recipe.batches();
    }

    /// Returns the groups.
    public List<Group> groups() {
        return members.stream().map(Member::group).toList();
    }

    /// Returns the parameters it changes.
    public List<Parameter> parameters() {
        return parameters;
    }

    /// Returns what the rules remember, parameter by parameter.
    public List<Parameter> memory() {
        return members.stream().flatMap(member -> member.memory().stream()).toList();
    }

    /// Returns how many steps were made; batches that were collected only are none.
    public long steps() {
        return steps;
    }

    /// Returns the learning rate of the next step, in the first group.
    public double learningRate() {
        return rate(members.getFirst().group().rule());
    }

    /// Sets the learning rate of the steps to come, in the first group; those of the others keep
    /// their proportion to it. What a schedule says comes on top. Returns this optimizer.
    public Optimizer learningRate(double rate) {
        Require.atLeast("the learning rate", rate, 0);
        if (members.size() > 1 && members.getFirst().group().rule().learningRate() == 0) {
            throw new IllegalArgumentException(
                    "the rule of the first group has the learning rate 0, so the others cannot keep their proportion to %s: put another group first"
                            .formatted(rate));
        }
        learningRate = rate;
        return this;
    }

    /// Sets what the random numbers of the steps to come follow from; returns this optimizer.
    public Optimizer seed(long value) {
        seed = value;
        return this;
    }

    /// Returns the rules of its groups, as they are written in a program.
    @Override
    public String toString() {
        return members.stream()
                .map(member -> member.group().rule().toString())
                .collect(Collectors.joining(", "));
    }
}
