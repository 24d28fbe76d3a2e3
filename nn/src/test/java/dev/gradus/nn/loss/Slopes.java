package dev.gradus.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Tensor;
import java.util.function.UnaryOperator;

/// Compares gradients with what happens if a number is changed a little.
final class Slopes {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    private Slopes() {}

    static void check(String name, Tensor at, UnaryOperator<Tensor> loss) {
        var x = Parameter.of(at);
        var gradient = Gradients.of(loss.apply(x), x).toDoubles();
        for (var i = 0; i < gradient.length; i++) {
            var difference =
                    loss.apply(moved(at, i, STEP)).item() - loss.apply(moved(at, i, -STEP)).item();
            assertThat(gradient[i])
                    .as("%s, number %d", name, i)
                    .isCloseTo(
                            difference / (2 * STEP),
                            within(TOLERANCE * (1 + Math.abs(gradient[i]))));
        }
    }

    private static Tensor moved(Tensor at, int place, double by) {
        var numbers = at.toDoubles();
        numbers[place] += by;
        return Tensor.of(numbers, at.shape().toArray());
    }
}
