package dev.gradus.studio.model;

import dev.gradus.tensor.Parameter;
import java.util.Map;

/// A step inside of a layer that a network has no layer of its own for.
interface Inner {
    /// Returns the parameters that stand here and nowhere else, by the names they have in the layer.
    default Map<String, Parameter> parameters() {
        return Map.of();
    }
}
