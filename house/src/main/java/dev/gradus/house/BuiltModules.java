package dev.gradus.house;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The modules that the build has just made, and those they need, as a program of a user's finds them.
///
/// The tests themselves run on the class path, where module declarations mean nothing; these are the
/// entries of that class path which a program would have on its module path.
public final class BuiltModules {
    private static final Map<String, ModuleReference> MODULES = find();

    private BuiltModules() {}

    /// Returns the module path of a program that uses Gradus.
    public static String path() {
        return MODULES.values().stream()
                .map(module -> location(module).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Returns what the modules of Gradus declare.
    public static Stream<ModuleDescriptor> declarations() {
        return MODULES.values().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> isOurs(module.name()));
    }

    /// Returns what one module of Gradus declares.
    public static ModuleDescriptor declaration(String name) {
        return module(name).descriptor();
    }

    /// Returns the jar of a module, or the folder of its classes where it has not been packed.
    public static Path location(String name) {
        return location(module(name));
    }

    /// Returns the names of all modules on the path, those of others too.
    public static Stream<String> names() {
        return MODULES.keySet().stream();
    }

    /// Tells the modules of this project from those of others.
    public static boolean isOurs(String name) {
        return name.equals("dev.gradus") || name.startsWith("dev.gradus.");
    }

    private static ModuleReference module(String name) {
        var module = MODULES.get(name);
        if (module == null) {
            throw new IllegalArgumentException(
                    "no module %s was built; there are %s".formatted(name, MODULES.keySet()));
        }
        return module;
    }

    private static Path location(ModuleReference module) {
        return Path.of(module.location().orElseThrow());
    }

    private static Map<String, ModuleReference> find() {
        var found = new LinkedHashMap<String, ModuleReference>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            for (var module : ModuleFinder.of(Path.of(entry)).findAll()) {
                var descriptor = module.descriptor();
                if (isOfAProgram(descriptor.name())) {
                    found.putIfAbsent(descriptor.name(), module);
                }
            }
        }
        return found;
    }

    /// The harness and the tools of the tests are no part of a user's program.
    private static boolean isOfAProgram(String name) {
        return isOurs(name) && !name.equals("dev.gradus.testing")
                || name.startsWith("tools.jackson")
                || name.startsWith("com.fasterxml.jackson")
                || name.startsWith("io.helidon")
                || name.equals("info.picocli")
                // it declares no module, but says what it is called as one
                || name.equals("com.h2database");
    }
}
