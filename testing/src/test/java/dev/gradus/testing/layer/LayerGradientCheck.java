package dev.gradus.testing.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.nn.Layer;
import dev.gradus.nn.Parameters;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Gradients;
import dev.gradus.tensor.Parameter;
import dev.gradus.tensor.Randomness;
import dev.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Compares gradients with central differences, in `float64`: number by number, for every trainable
/// parameter and the input.
final class LayerGradientCheck {
    private static final double STEP = 1e-5;

    private final Layer layer;
    private final Mode mode;
    private final LinkedHashMap<String, Parameter> variables = new LinkedHashMap<>();
    private final LinkedHashMap<Parameter, Tensor> states = new LinkedHashMap<>();

    private LayerGradientCheck(Layer layer, Mode mode) {
        this.layer = layer;
        this.mode = mode;
    }

    static void run(Layer layer, Tensor x, Mode mode) {
        var check = new LayerGradientCheck(DoublePrecision.copyOf(layer), mode);
        var trainable = Parameters.trainable(check.layer);
        Parameters.of(check.layer)
                .forEach((name, parameter) -> {
                    if (trainable.containsKey(name)) {
                        check.variables.put(name, parameter);
                    } else {
                        check.states.put(
                                parameter, Tensor.of(parameter.buffer().copy(), parameter.shape()));
                    }
                });
        if (x.type().isFloating()) {
            var input = Parameter.of(x.cast(DType.FLOAT64));
            check.variables.put("input", input);
            check.run(input);
        } else {
            check.run(x);
        }
    }

    private void run(Tensor x) {
        var loss = loss(x);
        var gradients = Gradients.of(loss, new ArrayList<>(variables.values()));
        mode.compute(loss, gradients.toArray(Tensor[]::new));
        var next = gradients.iterator();
        variables.forEach((name, variable) -> compare(x, name, variable, next.next()));
    }

    private void compare(Tensor x, String name, Parameter variable, Tensor gradient) {
        var values = variable.toDoubles();
        var got = gradient.toDoubles();
        var sizes = variable.shape().toArray();
        for (var i = 0; i < values.length; i++) {
            var present = values[i];
            values[i] = present + STEP;
            variable.set(Tensor.of(values, sizes));
            var above = mode.compute(loss(x)).item();
            values[i] = present - STEP;
            variable.set(Tensor.of(values, sizes));
            var below = mode.compute(loss(x)).item();
            values[i] = present;
            variable.set(Tensor.of(values, sizes));
            var expected = (above - below) / (2 * STEP);
            assertThat(got[i])
                    .as("%s %s: gradient of %s, number %d", layer, mode, name, i)
                    .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
    }

    /// Weighs each output differently, so that no mistake cancels out. What a layer remembers is as
    /// it was at first: a step that moves it would make the next one another function.
    private Tensor loss(Tensor x) {
        states.forEach(Parameter::set);
        var y = layer.apply(x);
        var weights = Randomness.with(5, () -> Tensor.randomNormal(y.shape().toArray()).realize());
        return y.mul(weights.cast(DType.FLOAT64)).sum();
    }
}
