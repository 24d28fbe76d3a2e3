package dev.gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `import module dev.gradus` brings in every public type at once, so no two may have the same name.
class NamesTest {
    /// Words of the field that packages of the JDK have taken too; who uses one imports it by name.
    private static final Set<String> SHARED_WITH_THE_JDK = Set.of("Parameter", "Buffer");

    @Test
    void noTwoPublicTypesHaveTheSameName() {
        assertThat(ours()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void noTypeIsCalledLikeOneOfTheJdk() {
        var jdk =
                ModuleFinder.ofSystem()
                        .find("java.base")
                        .map(NamesTest::publicTypes)
                        .orElseThrow()
                        .collect(Collectors.toSet());
        assertThat(jdk).contains("String", "Parameter");
        assertThat(ours()).filteredOn(jdk::contains).isSubsetOf(SHARED_WITH_THE_JDK);
    }

    private static List<String> ours() {
        return BuiltModules.declaration("dev.gradus").requires().stream()
                .filter(it -> BuiltModules.isOurs(it.name()))
                .map(it -> ModuleFinder.of(BuiltModules.location(it.name())).find(it.name()))
                .flatMap(module -> publicTypes(module.orElseThrow()))
                .toList();
    }

    private static Stream<String> publicTypes(ModuleReference module) {
        var exported =
                module.descriptor().exports().stream()
                        .filter(export -> !export.isQualified())
                        .map(export -> export.source())
                        .collect(Collectors.toSet());
        try (var reader = module.open()) {
            return reader
                    .list()
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> Path.of(name.replace(".class", "")))
                    .filter(path -> path.getParent() != null)
                    .filter(path ->
                            exported.contains(path.getParent().toString().replace('/', '.')))
                    .filter(path -> isPublic(path.toString().replace('/', '.')))
                    .map(path -> path.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(String name) {
        try {
            var type = Class.forName(name, false, NamesTest.class.getClassLoader());
            return Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
