package dev.gradus.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/gradus/studio/web");

    @Test
    void theListNamesEveryFileThereIs() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            assertThat(Files.readAllLines(FOLDER.resolve("files.txt")))
                    .containsExactlyElementsOf(
                            files.filter(Files::isRegularFile)
                                    .map(file ->
                                            FOLDER.relativize(file).toString().replace('\\', '/'))
                                    .filter(name -> !name.equals("files.txt"))
                                    .sorted()
                                    .toList());
        }
    }

    /// Nothing is loaded from elsewhere, and the policy would not let it. The resources are addresses to
    /// follow by hand: ResourcesTest says what may stand among them.
    @Test
    void noFileNamesAnAddressElsewhere() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            for (var file :
                    files.filter(name -> name.toString().matches(".*\\.(html|css|js|json|svg)"))
                            .filter(name -> !name.endsWith("words/resources.json"))
                            .toList()) {
                assertThat(Files.readString(file).replace("http://www.w3.org/", ""))
                        .as("%s", file)
                        .doesNotContainPattern("(https?:)?//[a-z0-9-]+\\.[a-z]")
                        .doesNotContain("eval(", "new Function")
                        .doesNotContainPattern("(?i)<[a-z][^>]* (style|on[a-z]+)=");
            }
        }
    }
}
