package dev.gradus.course.compile;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;

/// Where the library itself lies, so that programs compile and run against the very same.
public final class ModulePath {
    /// The module that brings in all others.
    public static final String LIBRARY = "dev.gradus";

    private ModulePath() {}

    /// Returns the module path of this process; what came by the class path serves as modules too.
    public static String ofProcess() {
        return of(
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
    }

    static String of(String modulePath, String classPath) {
        var places = new LinkedHashSet<String>();
        for (var path : new String[] {modulePath, classPath}) {
            Arrays.stream(path.split(File.pathSeparator, -1))
                    .filter(place -> !place.isEmpty() && isModule(Path.of(place)))
                    .forEach(places::add);
        }
        return String.join(File.pathSeparator, places);
    }

    /// A jar, an unpacked module or a folder of jars, but no plain folder of classes.
    private static boolean isModule(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) && place.toString().endsWith(".jar");
        }
        var jars = place.toFile().list((_, name) -> name.endsWith(".jar"));
        return Files.exists(place.resolve("module-info.class")) || jars != null && jars.length > 0;
    }
}
