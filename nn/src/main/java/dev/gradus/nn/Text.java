package dev.gradus.nn;

/// The name by which a layer appears in tables and messages.
final class Text {
    private Text() {}

    /// Returns a spec, or that of a layer, as its author writes it, and for a layer without one the
    /// name of its record; a lambda has no name worth showing.
    static String of(Object part) {
        return switch (part) {
            case Object lambda when lambda.getClass().isHidden() -> "layer of your own";
            case Hooked(var layer, _, _) -> of(layer);
            case BuiltLayer layer -> layer.spec().toString();
            case Layer layer -> layer.getClass().getSimpleName();
            default -> part.toString();
        };
    }
}
