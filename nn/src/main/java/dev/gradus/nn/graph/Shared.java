package dev.gradus.nn.graph;

import dev.gradus.nn.LayerSpec;

/// A layer that stands in several places of a network with the same weights: two pictures looked at in
/// the same way, to be compared (Bromley, Guyon, LeCun, Säckinger and Shah 1993).
///
/// ```java
/// var eye = shared(Sequential.of(flatten(), dense(64, RELU)));
/// var distance = subtract(eye.on(left), eye.on(right));
/// ```
///
/// It is known by the object: two made from equal specs have weights of their own.
public final class Shared {
    private final LayerSpec layer;

    /// Creates a layer to be used in several places.
    public Shared(LayerSpec layer) {
        this.layer = layer;
    }

    /// Returns the place where this layer is applied to what `input` makes.
    public Node on(Node input) {
        return Node.of(this, input);
    }

    LayerSpec layer() {
        return layer;
    }

    @Override
    public String toString() {
        return layer.toString();
    }
}
