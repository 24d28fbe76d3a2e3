package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Gives each weight a step that grows while its gradient keeps its sign and shrinks when that
/// turns; how large the gradient is does not count (Riedmiller and Braun 1993). For training on all
/// examples at once: the gradients of small batches change their signs by chance.
///
/// The learning rate is the step to begin with; changing it later, by a schedule too, does nothing.
///
/// - where the gradient kept its sign: `d = min(d × growth, largest)`
/// - where it turned: `d = max(d × shrinkage, smallest)`, and the gradient counts as 0
/// - `w -= d × sign(gradient)`
///
/// @param learningRate how large a step is
/// @param shrinkage what a step is multiplied by when the sign turns
/// @param growth what a step is multiplied by while the sign stays
/// @param smallest the least step
/// @param largest the largest step
public record Rprop(
        double learningRate, double shrinkage, double growth, double smallest, double largest)
        implements OptimizerSpec {
    /// Checks the numbers.
    public Rprop {
        Require.atLeast("rprop's learning rate", learningRate, 0);
        Require.share("rprop's shrinkage", shrinkage);
        Require.above("rprop's growth", growth, 1);
        Require.atLeast("rprop's smallest", smallest, 0);
        Require.above("rprop's largest", largest, 0);
    }

    /// Returns the usual rule.
    public static Rprop of(double learningRate) {
        return new Rprop(learningRate, 0.5, 1.2, 1e-6, 50.0);
    }

    /// Returns this rule with steps that shrink otherwise.
    public Rprop shrinkage(double factor) {
        return new Rprop(learningRate, factor, growth, smallest, largest);
    }

    /// Returns this rule with steps that grow otherwise.
    public Rprop growth(double factor) {
        return new Rprop(learningRate, shrinkage, factor, smallest, largest);
    }

    /// Returns this rule with another least step.
    public Rprop smallest(double step) {
        return new Rprop(learningRate, shrinkage, growth, step, largest);
    }

    /// Returns this rule with another largest step.
    public Rprop largest(double step) {
        return new Rprop(learningRate, shrinkage, growth, smallest, step);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter), Tensor.zerosLike(parameter).add(learningRate));
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[0];
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var agreement = gradient.mul(memory.get(0)).sign();
        var turned = agreement.less(0);
        var factor =
                turned.where(
                        Tensor.onesLike(gradient).mul(shrinkage),
                        agreement
                                .greater(0)
                                .where(
                                        Tensor.onesLike(gradient).mul(growth),
                                        Tensor.onesLike(gradient)));
        var step = memory.get(1).mul(factor).clamp(smallest, largest);
        var kept = turned.where(Tensor.zerosLike(gradient), gradient);
        return new Change(parameter.sub(kept.sign().mul(step)), List.of(kept, step));
    }

    @Override
    public String toString() {
        return Call.of("rprop")
                .with(learningRate)
                .unless(shrinkage, 0.5, "shrinkage")
                .unless(growth, 1.2, "growth")
                .unless(smallest, 1e-6, "smallest")
                .unless(largest, 50.0, "largest")
                .toString();
    }
}
