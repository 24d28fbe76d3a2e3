package dev.gradus.studio.server;

import java.io.IOException;

/// How a page is answered that asks one thing after the other: see [Questions].
///
/// @param <Q> what it may ask
public interface Answers<Q> {
    /// Returns what the page asks.
    ///
    /// @throws IllegalArgumentException if it makes no sense; the page is told why
    Q read(String text);

    /// Answers. Whatever this throws is told by [#refuse].
    void answer(Q question) throws IOException;

    /// Tells the page why a question is not answered.
    void refuse(Q question, String why);

    /// Returns whether a newer question makes an older one pointless that still waits: then that is not answered.
    default boolean supersedes(Q newer, Q older) {
        return false;
    }

    /// Returns whether a newer question ends the one that is being answered.
    default boolean ends(Q newer, Q running) {
        return false;
    }
}
