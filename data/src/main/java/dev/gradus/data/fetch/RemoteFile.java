package dev.gradus.data.fetch;

import java.net.URI;
import java.util.List;

/// A file that can be fetched from several places and recognised when it has arrived.
///
/// @param name the name it gets
/// @param mirrors where to ask, best first; `http` or `https`
/// @param mostBytes the longest it may be
/// @param verification decides whether what arrived is the file meant
public record RemoteFile(
        String name, List<URI> mirrors, long mostBytes, Verification verification) {
    /// @param mirrors copied
    /// @throws IllegalArgumentException if there is no mirror, or one is not reached by HTTP
    public RemoteFile {
        mirrors = List.copyOf(mirrors);
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s has no mirror: name at least one".formatted(name));
        }
        for (var mirror : mirrors) {
            if (!"http".equals(mirror.getScheme()) && !"https".equals(mirror.getScheme())) {
                throw new IllegalArgumentException(
                        "%s is not reached by http or https, as mirrors must be".formatted(mirror));
            }
        }
    }
}
