package dev.gradus.testing.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.nn.Layer;
import dev.gradus.nn.LayerSpec;
import dev.gradus.nn.Merge;
import dev.gradus.nn.MergeSpec;
import dev.gradus.nn.Sequential;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No layer is public without a row in the contract.
class LayerCompletenessTest {
    private static final List<Class<?>> PUBLIC = publicClasses();

    @Test
    void everyLayerHasARow() {
        assertThat(implementing(Layer.class))
                .containsExactlyInAnyOrderElementsOf(classes(LayerCase.all().map(c -> c.build(1))));
    }

    @Test
    void everySpecOfALayerHasARow() {
        assertThat(implementing(LayerSpec.class))
                .containsExactlyInAnyOrderElementsOf(classes(LayerCase.all().map(LayerCase::spec)));
    }

    @Test
    void everyMergeHasARow() {
        assertThat(implementing(Merge.class))
                .containsExactlyInAnyOrderElementsOf(classes(MergeCase.all().map(c -> c.build(1))));
        assertThat(implementing(MergeSpec.class))
                .containsExactlyInAnyOrderElementsOf(classes(MergeCase.all().map(MergeCase::spec)));
    }

    @Test
    void noTwoRowsAreTheSame() {
        assertThat(LayerCase.all().map(LayerCase::golden)).doesNotHaveDuplicates();
    }

    private static Set<Class<?>> classes(Stream<?> rows) {
        return rows.map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> implementing(Class<?> kind) {
        return PUBLIC.stream()
                .filter(type -> kind.isAssignableFrom(type) && !type.isInterface())
                .collect(Collectors.toSet());
    }

    private static List<Class<?>> publicClasses() {
        try {
            var source =
                    Path.of(
                            Layer.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            if (Files.isDirectory(source)) {
                return publicClasses(source);
            }
            try (var jar = FileSystems.newFileSystem(source)) {
                return publicClasses(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> publicClasses(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            var found =
                    files.map(root::relativize)
                            .map(Path::toString)
                            .filter(name -> name.endsWith(".class"))
                            .filter(name -> !name.endsWith("module-info.class"))
                            .map(name -> name.replaceAll("[/\\\\]", ".").replace(".class", ""))
                            .<Class<?>>map(LayerCompletenessTest::load)
                            .filter(type -> Modifier.isPublic(type.getModifiers()))
                            .toList();
            assertThat(found).contains(Layer.class, Sequential.Spec.class);
            return found;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
