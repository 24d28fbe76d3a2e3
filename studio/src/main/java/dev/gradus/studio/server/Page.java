package dev.gradus.studio.server;

import java.util.Optional;
import java.util.function.Function;

/// A page of the studio: it is shown at `/name`, from the resource `name.html`, and the navigation
/// names it.
///
/// @param name what stands in its address
/// @param live what talks to it while it is open, if anything does: made anew for each browser that
///     opens `/live/name`
public record Page(String name, Optional<Function<Wire, Conversation>> live) {
    /// Returns a page whose browser is talked to.
    public static Page live(String name, Function<Wire, Conversation> conversation) {
        return new Page(name, Optional.of(conversation));
    }
}
