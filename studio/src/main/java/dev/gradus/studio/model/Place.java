package dev.gradus.studio.model;

import dev.gradus.tensor.Shape;
import dev.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// One step of a network, with what it makes of what the network was given.
///
/// @param path where it stands, as in the names of its parameters
/// @param part the layer or merge, or an [Input]
/// @param frozen whether training leaves it as it is
/// @param inputs the numbers of the places it is applied to
/// @param output what it makes, with the axis of the batch
/// @param sum what its activation is given, where it has one
record Place(
        String path,
        Object part,
        boolean frozen,
        List<Integer> inputs,
        Tensor output,
        Optional<Tensor> sum) {
    Place {
        inputs = List.copyOf(inputs);
    }

    /// What stands where an example comes in.
    ///
    /// @param name its name, empty for the only one
    record Input(String name) {}

    /// Returns the shape of what it makes of one example. Inside of a layer the axis of the batch may lie
    /// elsewhere, or be gone.
    Shape shape() {
        if (part instanceof Formula.Step && (output.rank() == 0 || output.size(0) != 1)) {
            return output.shape();
        }
        return output.shape().range(1, output.rank());
    }
}
