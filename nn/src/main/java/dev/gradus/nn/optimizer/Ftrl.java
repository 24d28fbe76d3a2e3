package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Follows all gradients so far at once and keeps weights at exactly 0 until there is reason enough
/// to use them: for sparse linear models of very many features (McMahan and others 2013).
///
/// - `n' = n + gradient²`
/// - `z = z + gradient - (√n' - √n) / learningRate × w`, then `n = n'`
/// - `w = (clamp(z, -l1, l1) - z) / ((beta + √n) / learningRate + 2 × l2)`
///
/// Where weights begin counts for little: they follow from the sum of all gradients.
///
/// @param learningRate how large a step is
/// @param l1 how much reason a weight needs to leave 0
/// @param l2 how strongly weights are drawn towards 0
/// @param beta what keeps first steps small
/// @param initial the sum of squares to begin with
public record Ftrl(double learningRate, double l1, double l2, double beta, double initial)
        implements OptimizerSpec {
    /// Checks the numbers.
    public Ftrl {
        Require.atLeast("ftrl's learning rate", learningRate, 0);
        Require.atLeast("ftrl's l1", l1, 0);
        Require.atLeast("ftrl's l2", l2, 0);
        Require.atLeast("ftrl's beta", beta, 0);
        Require.above("ftrl's initial", initial, 0);
    }

    /// Returns the usual rule.
    public static Ftrl of(double learningRate) {
        return new Ftrl(learningRate, 0, 0, 0, 0.1);
    }

    /// Returns this rule with weights that leave 0 for more reason only.
    public Ftrl l1(double price) {
        return new Ftrl(learningRate, price, l2, beta, initial);
    }

    /// Returns this rule with weights drawn towards 0.
    public Ftrl l2(double price) {
        return new Ftrl(learningRate, l1, price, beta, initial);
    }

    /// Returns this rule with another guard of first steps.
    public Ftrl beta(double guard) {
        return new Ftrl(learningRate, l1, l2, guard, initial);
    }

    /// Returns this rule with another sum of squares to begin with.
    public Ftrl initial(double sum) {
        return new Ftrl(learningRate, l1, l2, beta, sum);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter).add(initial), Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        // its formula divides by the rate
        Require.above("ftrl's learning rate", rate, 0);
        return new double[] {1 / rate};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slowness = rates.getFirst();
        var sum = memory.get(0).add(gradient.square());
        var root = sum.sqrt();
        var moved = root.sub(memory.get(0).sqrt()).mul(slowness).mul(parameter);
        var linear = memory.get(1).add(gradient.sub(moved));
        var curve = root.add(beta).mul(slowness).add(2 * l2);
        return new Change(linear.clamp(-l1, l1).sub(linear).div(curve), List.of(sum, linear));
    }

    @Override
    public String toString() {
        return Call.of("ftrl")
                .with(learningRate)
                .unless(l1, 0, "l1")
                .unless(l2, 0, "l2")
                .unless(beta, 0, "beta")
                .unless(initial, 0.1, "initial")
                .toString();
    }
}
