package dev.gradus.nn;

import dev.gradus.tensor.Tensor;
import java.util.function.BiConsumer;

/// Something that looks at what layers make, and at the gradients that come back to them, or changes
/// either: see [Hooks].
public interface Hook {
    /// Returns what takes the place of the output of the layer called `layer`: the output itself, unless
    /// something is to be changed.
    default Tensor output(String layer, Tensor output) {
        return output;
    }

    /// Returns what takes the place of the gradient of that output on its way back: the gradient itself,
    /// unless something is to be changed.
    ///
    /// It is asked when gradients are noted down: in steps of an optimizer once for each structure of the
    /// loss, not at every step. To read the numbers of a gradient, ask for it as an output of the step.
    default Tensor gradient(String layer, Tensor gradient) {
        return gradient;
    }

    /// Returns a hook that hands each output to `observer` and changes nothing.
    static Hook outputs(BiConsumer<String, Tensor> observer) {
        return new Hook() {
            @Override
            public Tensor output(String layer, Tensor output) {
                observer.accept(layer, output);
                return output;
            }
        };
    }
}
