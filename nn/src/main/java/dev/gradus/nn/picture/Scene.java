package dev.gradus.nn.picture;

import java.util.List;
import java.util.Optional;

/// A diagram with a place for everything.
///
/// @param width how wide it is
/// @param height how high
/// @param entering where lines enter it, from the left
/// @param leaving where its result leaves it, from the left
/// @param placed the items
/// @param wires the lines between them
record Scene(
        double width,
        double height,
        double entering,
        double leaving,
        List<Placed> placed,
        List<Wire> wires) {
    /// An item in its place.
    ///
    /// @param item the item
    /// @param x its left edge
    /// @param y its upper edge
    /// @param width how wide it is
    /// @param height how high
    /// @param inside what is in a frame
    record Placed(
            Item item, double x, double y, double width, double height, Optional<Scene> inside) {}

    /// A line that ends in an arrow.
    ///
    /// @param path the line, as SVG writes it
    /// @param x where it ends
    /// @param y where it ends
    record Wire(String path, double x, double y) {}
}
