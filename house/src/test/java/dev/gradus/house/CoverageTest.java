package dev.gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        var shortNames = shortNames();
        var types = publicTypes();
        assertThat(coverage.ours())
                .allMatch(name -> shortNames.contains(name) || types.contains(name));
    }

    /// The names in the one class of short names; a test there holds them to be those of the factories.
    private static Set<String> shortNames() throws IOException {
        var source =
                Files.readString(
                        Checkout.root().resolve("umbrella/src/main/java/dev/gradus/Gradus.java"));
        return Pattern.compile("public static [^=;{]*?(\\w+)\\s*[(=]")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
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
