package dev.gradus.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checked-out project that the tests run in.
public final class Checkout {
    private Checkout() {}

    /// Returns the project's root: the nearest folder upwards that holds the build's wrapper.
    public static Path root() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder above %s holds mvnw: run the tests inside the project"
                        .formatted(Path.of("").toAbsolutePath()));
    }

    /// Returns README.md and every page below `docs`, in order.
    public static List<Path> documents() {
        return files().filter(
                        file -> {
                            var name = root().relativize(file).toString().replace('\\', '/');
                            return name.equals("README.md")
                                    || name.startsWith("docs/") && name.endsWith(".md");
                        })
                .toList();
    }

    /// Returns the project's own files, in order: what git tracks. What a user leaves beside them is not the
    /// project's.
    public static Stream<Path> files() {
        var root = root();
        try {
            var git =
                    new ProcessBuilder("git", "ls-files", "-z", "--cached")
                            .directory(root.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() == 0 && !names.isEmpty()) {
                return Stream.of(names.split("\0"))
                        .sorted()
                        .map(root::resolve)
                        .filter(Files::isRegularFile);
            }
        } catch (IOException _) {
            // No git here, as in an unpacked archive: then all files are the project's.
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git listed the files", interrupt);
        }
        return walk(root);
    }

    private static Stream<Path> walk(Path root) {
        try (var files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !isMade(root.relativize(file)))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isMade(Path relative) {
        for (var part : relative) {
            if (part.toString().equals("target") || part.toString().equals(".git")) {
                return true;
            }
        }
        return false;
    }
}
