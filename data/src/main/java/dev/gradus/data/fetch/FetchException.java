package dev.gradus.data.fetch;

import java.io.IOException;

/// Says why a file could not be fetched from any of the places that offer it.
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param message what was tried, how each attempt ended, what to do
    public FetchException(String message) {
        super(message);
    }
}
