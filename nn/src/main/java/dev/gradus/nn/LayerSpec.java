package dev.gradus.nn;

import dev.gradus.nn.graph.Node;
import dev.gradus.tensor.DType;
import dev.gradus.tensor.Shape;

/// What a layer is to be like before the size of its input is known, such as `dense(128)`.
///
/// Specs are small records that a file can hold. Building one gives it its parameters, whose sizes
/// follow from the input and whose first values follow from the seed. A spec of one's own is a
/// record or a lambda:
///
/// ```java
/// LayerSpec gated = (input, seed) ->
///         new Gated(
///                 dense(8).build(input, seed.child("gate")),
///                 dense(8).build(input, seed.child("value")));
/// ```
@FunctionalInterface
public interface LayerSpec {
    /// Returns the layer for examples of shape `input`, which does not count the axis of the batch.
    /// The same seed gives the same bits.
    Layer build(Shape input, Seed seed);

    /// Returns the place in a [dev.gradus.nn.graph.Graph] where this layer is applied to what `input` makes.
    default Node on(Node input) {
        return Node.of(this, input);
    }

    /// Returns the type of the numbers the layer takes: `float32` unless it looks something up.
    default DType inputType() {
        return DType.FLOAT32;
    }

    /// Returns this layer with a name, which stands in its parameters' names and in the summary: see
    /// [Named].
    ///
    /// @throws IllegalArgumentException if it is no name, such as `3` or `a.b`
    default Named.Spec named(String name) {
        return new Named.Spec(name, this);
    }

    /// Returns the spec by which a file describes what this one builds: this one, unless it holds
    /// what belongs among the weights.
    default LayerSpec described() {
        return this;
    }
}
