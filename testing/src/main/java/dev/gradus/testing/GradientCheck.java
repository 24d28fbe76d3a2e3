package dev.gradus.testing;

import dev.gradus.tensor.DType;
import dev.gradus.tensor.Device;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Tensor;
import dev.gradus.tensor.backend.Buffer;
import dev.gradus.tensor.graph.Evaluation;
import java.util.ArrayList;
import java.util.List;

/// Compares a gradient with what happens when each number is moved a little: `(f(x + h) - f(x - h))
/// / 2h` in float64 on the interpreter.
///
/// A function with several results is checked as the sum of its results with fixed weights.
public final class GradientCheck {
    // the error of the difference shrinks with h², that of rounding grows with 1/h: they meet about
    // here
    private static final double STEP = 1e-5;

    private static final double TOLERANCE = 2e-7;

    /// The most numbers of one input that are moved, evenly spread over all.
    private static final int MOVED = 60;

    private GradientCheck() {}

    /// Fails unless the gradient of `function` with respect to each of the floating-point tensors
    /// in `inputs`, which must be float64, agrees with finite differences.
    public static void check(String name, Row.Formula function, List<Tensor> inputs) {
        var result = function.apply(inputs);
        var weights = Trial.weights(result);
        var variable = Trial.floating(inputs);
        variable.forEach(input -> checkDouble(name, input));
        var gradients = Gradients.of(result, weights, variable);
        var computed = Evaluation.compute(gradients, Device.INTERPRETER, true);
        for (var i = 0; i < variable.size(); i++) {
            var position = inputs.indexOf(variable.get(i));
            compare(name, function, inputs, position, weights, computed.get(i));
        }
    }

    /// Fails unless the gradients of the gradient of `function` agree with finite differences of
    /// the gradient.
    public static void checkSecond(String name, Row.Formula function, List<Tensor> inputs) {
        check("second order, " + name, moved -> slope(function, moved), inputs);
    }

    /// A number that depends on every gradient of the function, and not linearly on their weights.
    private static Tensor slope(Row.Formula function, List<Tensor> inputs) {
        var result = function.apply(inputs);
        var sum = Tensor.scalar(0, DType.FLOAT64);
        for (var gradient : Gradients.of(result, Trial.weights(result), Trial.floating(inputs))) {
            sum = sum.add(gradient.mul(Trial.weights(gradient).add(0.5)).sum());
        }
        return sum;
    }

    private static void compare(
            String name,
            Row.Formula function,
            List<Tensor> inputs,
            int position,
            Tensor weights,
            Buffer gradient) {
        var numbers = inputs.get(position).toDoubles();
        var largest = 0.0;
        for (var i = 0; i < numbers.length; i++) {
            largest = Math.max(largest, Math.abs(gradient.getDouble(i)));
        }
        // an odd distance, so that no axis is passed over
        var distance = numbers.length / MOVED | 1;
        for (var i = 0; i < numbers.length; i += distance) {
            var x = numbers[i];
            var h = STEP * Math.max(1, Math.abs(x));
            var above = at(function, inputs, position, numbers, i, x + h, weights);
            var below = at(function, inputs, position, numbers, i, x - h, weights);
            var expected = (above - below) / (x + h - (x - h));
            var got = gradient.getDouble(i);
            // what rounding of the two values alone can do to their difference
            var noise = (Math.abs(above) + Math.abs(below)) * 0x1p-50 / h;
            var allowed = TOLERANCE * Math.max(1, Math.max(Math.abs(expected), largest)) + noise;
            if (!(Math.abs(got - expected) <= allowed)) {
                throw new AssertionError(
                        "%s: the gradient with respect to input %d %s at position %d (x = %s) is %s but finite differences give %s"
                                .formatted(
                                        name,
                                        position,
                                        inputs.get(position).shape(),
                                        i,
                                        x,
                                        got,
                                        expected));
            }
        }
    }

    private static double at(
            Row.Formula function,
            List<Tensor> inputs,
            int position,
            double[] numbers,
            int index,
            double moved,
            Tensor weights) {
        var changed = numbers.clone();
        changed[index] = moved;
        var all = new ArrayList<>(inputs);
        all.set(position, Tensor.of(changed, inputs.get(position).shape().toArray()));
        var sum = function.apply(all).mul(weights).sum();
        return Evaluation.compute(List.of(sum), Device.INTERPRETER, true).getFirst().getDouble(0);
    }

    private static void checkDouble(String name, Tensor input) {
        if (input.type() != DType.FLOAT64) {
            throw new IllegalArgumentException(
                    "%s: an input %s is %s: finite differences need float64"
                            .formatted(name, input.shape(), input.type()));
        }
    }
}
