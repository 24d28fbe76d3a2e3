package dev.gradus.data.fetch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Knows where data lie on this machine: where they may be found, and where they are put.
///
/// @param environment the variables, as of `System.getenv()`
/// @param system the name of the operating system, as of the property `os.name`
/// @param home the user's home folder
public record DataFolders(Map<String, String> environment, String system, Path home) {
    /// The variable that names a folder of the user's own in which data are looked for first.
    public static final String VARIABLE = "GRADUS_DATA";

    /// @param environment copied
    public DataFolders {
        environment = Map.copyOf(environment);
    }

    /// Returns the folders of this process.
    public static DataFolders ofProcess() {
        return new DataFolders(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", "")));
    }

    /// Returns where data of this name may be found, first to last: the folder that `GRADUS_DATA`
    /// names, the one of that name in it, the system's, and the cache.
    ///
    /// @param name the data's short name, such as `fashion-mnist`
    public List<Path> candidates(String name) {
        var folders = new ArrayList<Path>();
        var own = variable(VARIABLE);
        if (!own.isEmpty()) {
            folders.add(Path.of(own).resolve(name));
            folders.add(Path.of(own));
        }
        if (!isWindows()) {
            folders.add(Path.of("/usr/share/datasets").resolve(name));
        }
        folders.add(cache(name));
        return List.copyOf(folders);
    }

    /// Returns where fetched data of this name are kept: in `GRADUS_DATA` if it is set, else in the
    /// place that the system has for such things.
    ///
    /// @param name the data's short name, such as `fashion-mnist`
    public Path target(String name) {
        var own = variable(VARIABLE);
        return own.isEmpty() ? cache(name) : Path.of(own).resolve(name);
    }

    private Path cache(String name) {
        return caches().resolve("gradus").resolve(name);
    }

    private Path caches() {
        if (isWindows()) {
            return folder("LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        }
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        return folder("XDG_CACHE_HOME", home.resolve(".cache"));
    }

    private Path folder(String variable, Path otherwise) {
        var named = variable(variable);
        // the XDG rules say that a relative path is to be ignored
        return named.isEmpty() || !Path.of(named).isAbsolute() ? otherwise : Path.of(named);
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
