package dev.gradus.studio.server;

/// What the studio's side of an open page does. It answers through the [Wire] that it was made with.
public interface Conversation {
    /// Takes what the page said. Must return at once: longer work belongs on a thread of its own.
    ///
    /// @throws IllegalArgumentException if it makes no sense; the page is told why
    void said(String text);

    /// Ends it; the page has gone.
    void end();
}
