package dev.gradus.nn;

/// A layer that remembers the spec it was built from, so that it can be described and saved.
public interface BuiltLayer extends Layer {
    /// Returns the spec.
    LayerSpec spec();
}
