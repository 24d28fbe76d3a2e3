package dev.gradus.studio.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The files that pages are made of. Only those named in `files.txt` are ever served, by their exact
/// address, so no address leads to any other file.
final class Assets {
    private static final String FOLDER = "/dev/gradus/studio/web/";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "json", "application/json; charset=utf-8",
                    "svg", "image/svg+xml",
                    "woff2", "font/woff2",
                    "txt", "text/plain; charset=utf-8");

    private final Map<String, Asset> files = new LinkedHashMap<>();

    /// A file and what kind it is.
    record Asset(String type, byte[] content) {}

    /// @param more scripts that belong to what is shown, by their exact names
    Assets(Map<String, String> more) {
        more.forEach((name, text) ->
                files.put(name, new Asset(type(name), text.getBytes(StandardCharsets.UTF_8))));
        new String(read("files.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(name -> !name.isBlank())
                .forEach(name -> files.put(name, new Asset(type(name), read(name))));
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static String type(String name) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException(
                    "files.txt names %s: its kind is not known".formatted(name));
        }
        return type;
    }

    private static byte[] read(String name) {
        try (var in = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "files.txt names %s, which is not there".formatted(name));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
