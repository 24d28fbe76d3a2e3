package dev.gradus.nn;

/// The name by which a layer appears in tables and messages.
final class Text {
    private Text() {}

    /// Returns the spec as its author writes it; a lambda has no name worth showing.
    static String of(Object spec) {
        return spec.getClass().isHidden() ? "layer of your own" : spec.toString();
    }
}
