package dev.gradus.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.model.LeNet5;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No architecture is public without a row in the contract.
class ModelCompletenessTest {
    @Test
    void everyArchitectureHasARow() throws IOException, URISyntaxException {
        Set<Class<?>> rows =
                ModelCase.all().map(ModelCase::architecture).collect(Collectors.toSet());
        assertThat(architectures()).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void noTwoRowsAreCalledTheSame() {
        assertThat(ModelCase.all().map(ModelCase::toString)).doesNotHaveDuplicates();
    }

    /// Returns the public classes of the package from which a network can be had.
    private static List<Class<?>> architectures() throws IOException, URISyntaxException {
        var source =
                Path.of(LeNet5.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(source)) {
            return architectures(source);
        }
        try (var jar = FileSystems.newFileSystem(source)) {
            return architectures(jar.getPath("/"));
        }
    }

    private static List<Class<?>> architectures(Path root) throws IOException {
        var folder = root.resolve(LeNet5.class.getPackageName().replace('.', '/'));
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .<Class<?>>map(ModelCompletenessTest::load)
                    .filter(ModelCompletenessTest::makesNetworks)
                    .toList();
        }
    }

    private static boolean makesNetworks(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (isSpec(type)
                        || Arrays.stream(type.getMethods())
                                .anyMatch(m -> isSpec(m.getReturnType())));
    }

    private static boolean isSpec(Class<?> type) {
        return LayerSpec.class.isAssignableFrom(type) || MergeSpec.class.isAssignableFrom(type);
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(LeNet5.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
