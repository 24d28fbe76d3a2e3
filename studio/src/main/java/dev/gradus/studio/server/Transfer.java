package dev.gradus.studio.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// A file that the studio gives away at `/files/name`, and takes when it is sent there.
public interface Transfer {
    /// Writes what is given away into `file`.
    ///
    /// @throws IOException if it cannot; the message is shown
    void give(Path file) throws IOException;

    /// Takes over what was sent, and returns what came of it, as the page is told.
    ///
    /// @throws IOException if it is not what it should be; the message is shown
    Map<String, Object> take(Path file) throws IOException;
}
