package dev.gradus.train.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folder where every process of a user that trains writes its run, and where whoever wants to
/// see them finds them.
///
/// ```java
/// for (var run : RunsDirectory.ofUser().orElseThrow().list()) {
///     IO.println(run.description().name() + " " + run.state());
/// }
/// ```
///
/// It is `gradus/runs` where the system keeps data of a user: in `$XDG_DATA_HOME` or `~/.local/share`,
/// in `%LOCALAPPDATA%` on Windows, in `~/Library/Application Support` on macOS. The system property
/// `gradus.runs`, or else the variable `GRADUS_RUNS` of the environment, names another folder; `off`
/// there means that nothing is recorded.
///
/// @param path the folder, which need not exist yet
public record RunsDirectory(Path path) {
    private static final int MOST_RUNS = 10_000;
    private static final String OFF = "off";

    /// Returns the directory of this user, or nothing if recording is switched off.
    public static Optional<RunsDirectory> ofUser() {
        return of(
                System.getProperty("gradus.runs", ""),
                System.getenv(),
                System.getProperty("os.name", ""),
                System.getProperty("user.home", "."));
    }

    /// Returns the directory at this place.
    public static RunsDirectory of(Path path) {
        return new RunsDirectory(path.toAbsolutePath().normalize());
    }

    static Optional<RunsDirectory> of(
            String property, Map<String, String> environment, String system, String home) {
        var said = property.isEmpty() ? environment.getOrDefault("GRADUS_RUNS", "") : property;
        if (said.equals(OFF)) {
            return Optional.empty();
        }
        return Optional.of(of(said.isEmpty() ? usual(environment, system, home) : Path.of(said)));
    }

    private static Path usual(Map<String, String> environment, String system, String home) {
        if (system.startsWith("Windows")) {
            var local = environment.getOrDefault("LOCALAPPDATA", "");
            var data = local.isEmpty() ? Path.of(home, "AppData", "Local") : Path.of(local);
            return data.resolve("Gradus").resolve("runs");
        }
        if (system.startsWith("Mac")) {
            return Path.of(home, "Library", "Application Support", "Gradus", "runs");
        }
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        // the specification says that a relative path there is to be ignored
        return (data.startsWith("/") ? Path.of(data) : Path.of(home, ".local", "share"))
                .resolve("gradus")
                .resolve("runs");
    }

    /// Returns the runs, the youngest first: at most the 10,000 youngest.
    public List<RecordedRun> list() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var folders = Files.list(path)) {
            return folders.filter(RunsDirectory::isRun)
                    .sorted(Comparator.comparing(RunsDirectory::name).reversed())
                    .limit(MOST_RUNS)
                    .map(RecordedRun::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the runs in %s could not be listed: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    /// A link is none: what lies in a runs directory is to be read, not to lead elsewhere.
    private static boolean isRun(Path folder) {
        return RunFiles.isId(name(folder))
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(folder.resolve("run.json"), LinkOption.NOFOLLOW_LINKS);
    }

    /// Returns the run with this id, if there is one.
    public Optional<RecordedRun> find(String id) {
        return RunFiles.isId(id) && isRun(path.resolve(id))
                ? Optional.of(new RecordedRun(path.resolve(id)))
                : Optional.empty();
    }

    /// Tells `listener` about new runs and about what running ones write, on a thread of its own,
    /// until it is closed.
    public RunsWatch watch(RunsListener listener) {
        return new RunsWatch(this, listener);
    }

    /// Makes the folder, for this user alone where the system knows such rights.
    void make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.getParent() == null ? path : path.getParent());
            makeFolder(path);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (java.nio.file.FileAlreadyExistsException e) {
            // another process was quicker
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
