package dev.gradus.nn.graph;

import dev.gradus.tensor.Shape;
import java.util.List;

/// An input of a [Graph].
///
/// @param name by which it is known
/// @param sizes the shape of an example
public record Input(String name, List<Integer> sizes) {
    /// Copies the list and checks it.
    public Input {
        sizes = List.copyOf(sizes);
        // refuses what is no shape
        Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /// Returns the shape of an example.
    public Shape shape() {
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }
}
