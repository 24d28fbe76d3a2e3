package dev.gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.Gradus;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of what other frameworks offer is whole, true and written from its lists.
class CoverageTest {
    private final Coverage coverage;

    CoverageTest() throws IOException {
        coverage = Coverage.read();
    }

    @Test
    void everyNameOfKerasAndPyTorchHasAnAnswer() {
        assertThat(coverage.unanswered()).isEmpty();
        assertThat(coverage.unasked()).isEmpty();
    }

    @Test
    void whatIsLeftOutHasAReason() {
        assertThat(coverage.unexplained()).isEmpty();
    }

    @Test
    void everyAnswerExists() throws IOException {
        var shortNames =
                Stream.concat(
                                Arrays.stream(Gradus.class.getMethods()).map(Method::getName),
                                Arrays.stream(Gradus.class.getFields()).map(Field::getName))
                        .collect(Collectors.toSet());
        var types = publicTypes();
        assertThat(coverage.ours())
                .allMatch(name -> shortNames.contains(name) || types.contains(name));
    }

    /// Types by their simple names, as the sources of the floors have them.
    private static Set<String> publicTypes() throws IOException {
        try (var files = Files.walk(Checkout.root())) {
            return files.filter(file ->
                            file.toString()
                                    .contains("src" + file.getFileSystem().getSeparator() + "main"))
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void thePageIsWrittenFromTheLists() throws IOException {
        var file = Checkout.root().resolve("docs/coverage.md");
        var page = coverage.page();
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file))
                .as(
                        "docs/coverage.md: write it anew with -Dtest=CoverageTest -Dcoverage.write=true")
                .isEqualTo(page);
    }
}
