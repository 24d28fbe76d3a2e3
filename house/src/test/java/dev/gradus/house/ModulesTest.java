package dev.gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the modules declare and weigh.
class ModulesTest {
    private static final String FASHION = "dev.gradus.data.fashion";

    private static final long MEGABYTE = 1_000_000;

    /// Rooms that may change from day to day; who else may look into them, by name.
    private static final Set<String> INTERNAL = Set.of("dev.gradus.tensor.graph");

    private static final Set<String> FRIENDS =
            Set.of("dev.gradus.jvm", "dev.gradus.testing", "dev.gradus.house");

    static Stream<ModuleDescriptor> modules() {
        return BuiltModules.declarations();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void internalRoomsAreOpenToNamedFriendsOnly(ModuleDescriptor module) {
        assertThat(module.exports())
                .filteredOn(export -> INTERNAL.contains(export.source()))
                .allSatisfy(export -> {
                    assertThat(export.isQualified()).as("%s to someone", export).isTrue();
                    assertThat(FRIENDS).containsAll(export.targets());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.gradus.jvm", "dev.gradus.studio", "dev.gradus.cli"})
    void whatNobodyCallsIsNotExported(String name) {
        assertThat(BuiltModules.declaration(name).exports()).allMatch(Exports::isQualified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.gradus.tensor", "dev.gradus.jvm", "dev.gradus.nn"})
    void theLowestFloorsRequireNothingButTheJdkOfTheirUsers(String name) {
        assertThat(BuiltModules.declaration(name).requires())
                .filteredOn(it -> !it.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .isSubsetOf("java.base", "dev.gradus.tensor", "jdk.incubator.vector");
        assertThat(BuiltModules.declaration("dev.gradus.tensor").requires())
                .filteredOn(it -> !it.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactly("java.base");
    }

    @Test
    void oneImportBringsInEveryFloorBelowTheCommandLine() {
        assertThat(BuiltModules.declaration("dev.gradus").requires())
                .filteredOn(it -> it.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .extracting(Requires::name)
                .contains(
                        "dev.gradus.tensor",
                        "dev.gradus.nn",
                        "dev.gradus.data",
                        FASHION,
                        "dev.gradus.io",
                        "dev.gradus.train");
    }

    @Test
    void whatAProgramImportsKnowsNothingOfTheStudio() {
        assertThat(modules())
                .filteredOn(module -> !module.name().equals("dev.gradus.cli"))
                .filteredOn(module -> !module.name().equals("dev.gradus.studio"))
                .allSatisfy(module ->
                        assertThat(module.requires())
                                .extracting(Requires::name)
                                .noneMatch(name ->
                                        name.equals("dev.gradus.studio")
                                                || name.startsWith("io.helidon")));
    }

    @Test
    void whatAProgramImportsWeighsLessThanThreeMegabytes() throws IOException {
        assertThat(
                        weightWithout(
                                FASHION,
                                "dev.gradus.course",
                                "dev.gradus.studio",
                                "dev.gradus.cli"))
                .isBetween(1L, 3 * MEGABYTE);
    }

    @Test
    void allOfItWithCourseAndStudioWeighsLessThanFiveMegabytes() throws IOException {
        assertThat(weightWithout(FASHION)).isBetween(1L, 5 * MEGABYTE);
    }

    private static long weightWithout(String... others) throws IOException {
        var weight = 0L;
        for (var module : modules().map(ModuleDescriptor::name).toList()) {
            if (!List.of(others).contains(module)) {
                weight += weight(BuiltModules.location(module));
            }
        }
        return weight;
    }

    @Test
    void theBundledImagesWeighTenMegabytesAtMost() throws IOException {
        assertThat(weight(BuiltModules.location(FASHION))).isBetween(1L, 10 * MEGABYTE);
    }

    @Test
    void nothingNativeIsBroughtAlong() throws IOException {
        for (var module : BuiltModules.names().toList()) {
            assertThat(contents(BuiltModules.location(module)))
                    .as("files of %s", module)
                    .isNotEmpty()
                    .noneMatch(file -> file.matches(".*\\.(so|dll|dylib|jnilib|a)([.0-9]*)"));
        }
    }

    /// The size of a jar; of a module not packed yet, that of its files, which is more.
    private static long weight(Path module) throws IOException {
        if (Files.isRegularFile(module)) {
            return Files.size(module);
        }
        var weight = 0L;
        try (var files = Files.walk(module)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                weight += Files.size(file);
            }
        }
        return weight;
    }

    private static List<String> contents(Path module) throws IOException {
        if (Files.isDirectory(module)) {
            return names(module);
        }
        try (var jar = FileSystems.newFileSystem(module)) {
            return names(jar.getPath("/"));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(names::add);
        }
        return names;
    }
}
