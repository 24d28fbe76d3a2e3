package dev.gradus.studio.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds saved models: the `.gradus` files in a folder and in the folders directly in it.
public final class ModelFiles {
    private static final String ENDING = ".gradus";
    private static final int MOST_FILES = 200;
    private static final int MOST_LOOKED_AT = 20_000;

    private ModelFiles() {}

    /// Returns them, the youngest first, at most 200. Links are not followed; a folder that cannot be read
    /// holds none.
    public static List<Path> in(Path folder) {
        var files = new ArrayList<Path>();
        try (var walk = Files.walk(folder.toAbsolutePath(), 2)) {
            var each = walk.iterator();
            for (var i = 0; i < MOST_LOOKED_AT && each.hasNext(); i++) {
                var file = each.next();
                if (file.toString().endsWith(ENDING)
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file);
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // a folder that may not be entered ends the walk, not the list
        }
        return files.stream()
                .sorted(
                        Comparator.comparing((Path file) -> changed(file).orElse(Instant.EPOCH))
                                .reversed())
                .limit(MOST_FILES)
                .toList();
    }

    /// Returns what a page calls a file of `folder`: its path in there, with `/`.
    public static String name(Path folder, Path file) {
        return folder.toAbsolutePath().relativize(file).toString().replace('\\', '/');
    }

    /// Returns when a file was changed, if that can be known.
    public static Optional<Instant> changed(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
