package dev.gradus.nn.optimizer;

import dev.gradus.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/// The running means that [Adam] and its relatives share.
///
/// @param mean of the gradient
/// @param square of its square
/// @param largest the largest square so far, or nothing if that does not count
record Moments(Tensor mean, Tensor square, List<Tensor> largest) {
    static List<Tensor> memories(Tensor parameter, boolean largest) {
        return Collections.nCopies(largest ? 3 : 2, Tensor.zerosLike(parameter));
    }

    /// Returns the size of step number `step` and what the root of the square is to be multiplied
    /// by: means that begin at 0 are too small at first.
    static double[] rates(double learningRate, double beta1, double beta2, long step) {
        var t = (double) step;
        return new double[] {
            learningRate / (1 - StrictMath.pow(beta1, t)),
            1 / Math.sqrt(1 - StrictMath.pow(beta2, t))
        };
    }

    static Moments next(
            List<? extends Tensor> memory, Tensor gradient, double beta1, double beta2) {
        var square = memory.get(1).mul(beta2).add(gradient.square().mul(1 - beta2));
        return new Moments(
                memory.get(0).mul(beta1).add(gradient.mul(1 - beta1)),
                square,
                memory.size() > 2 ? List.of(memory.get(2).maximum(square)) : List.of());
    }

    /// Returns what is taken from the parameter.
    Tensor step(List<Tensor> rates, double epsilon) {
        var size = largest.isEmpty() ? square : largest.getFirst();
        return mean.mul(rates.get(0)).div(size.sqrt().mul(rates.get(1)).add(epsilon));
    }

    List<Tensor> asList() {
        return largest.isEmpty()
                ? List.of(mean, square)
                : List.of(mean, square, largest.getFirst());
    }
}
