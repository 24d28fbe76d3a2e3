package dev.gradus.nn.optimizer;

import dev.gradus.nn.spec.Call;
import dev.gradus.nn.spec.Require;
import dev.gradus.tensor.Tensor;
import java.util.List;

/// Finds the size of steps from how far steps went before, so that no learning rate needs to be
/// chosen (Zeiler 2012).
///
/// With `g = gradient + weightDecay × w`:
///
/// - `v = rho × v + (1 - rho) × g²`
/// - `d = √(u + epsilon) / √(v + epsilon) × g`, `u = rho × u + (1 - rho) × d²`
/// - `w -= learningRate × d`
///
/// @param learningRate how large a step is
/// @param rho how slowly the means follow
/// @param epsilon what keeps the divisor away from 0
/// @param weightDecay how strongly weights are drawn towards 0
public record Adadelta(double learningRate, double rho, double epsilon, double weightDecay)
        implements Decaying {
    /// Checks the numbers.
    public Adadelta {
        Require.atLeast("adadelta's learning rate", learningRate, 0);
        Require.share("adadelta's rho", rho);
        Require.atLeast("adadelta's epsilon", epsilon, 0);
        Require.atLeast("adadelta's weight decay", weightDecay, 0);
    }

    /// Returns the usual rule; its author uses a learning rate of 1.
    public static Adadelta of(double learningRate) {
        return new Adadelta(learningRate, 0.9, 1e-6, 0);
    }

    /// Returns this rule with means that follow otherwise.
    public Adadelta rho(double share) {
        return new Adadelta(learningRate, share, epsilon, weightDecay);
    }

    /// Returns this rule with another guard of the divisor.
    public Adadelta epsilon(double guard) {
        return new Adadelta(learningRate, rho, guard, weightDecay);
    }

    @Override
    public Adadelta weightDecay(double strength) {
        return new Adadelta(learningRate, rho, epsilon, strength);
    }

    @Override
    public List<Tensor> memories(Tensor parameter) {
        return List.of(Tensor.zerosLike(parameter), Tensor.zerosLike(parameter));
    }

    @Override
    public double[] rates(double rate, long step) {
        return new double[] {rate};
    }

    @Override
    public Change change(
            Tensor parameter, Tensor gradient, List<? extends Tensor> memory, List<Tensor> rates) {
        var slope = weightDecay > 0 ? gradient.add(parameter.mul(weightDecay)) : gradient;
        var square = memory.get(0).mul(rho).add(slope.square().mul(1 - rho));
        var far = memory.get(1).add(epsilon).sqrt();
        var step = far.div(square.add(epsilon).sqrt()).mul(slope);
        var steps = memory.get(1).mul(rho).add(step.square().mul(1 - rho));
        return new Change(parameter.sub(step.mul(rates.getFirst())), List.of(square, steps));
    }

    @Override
    public String toString() {
        return Call.of("adadelta")
                .with(learningRate)
                .unless(rho, 0.9, "rho")
                .unless(epsilon, 1e-6, "epsilon")
                .unless(weightDecay, 0, "weightDecay")
                .toString();
    }
}
