package dev.gradus.studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.course.Course;
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
                assertThatItStandsAlone(file.toString(), Files.readString(file));
            }
        }
    }

    /// Neither do the pictures of lessons, which bring no markup and take everything from the kit.
    @Test
    void picturesOfLessonsStandAlone() {
        for (var lesson : Course.bundled().lessons()) {
            lesson.drawing()
                    .ifPresent(script -> {
                        assertThatItStandsAlone(lesson.folder(), script);
                        assertThat(script)
                                .as(lesson.folder())
                                .doesNotContainPattern("(?m)^ *import\\b")
                                .doesNotContain("innerHTML", "insertAdjacentHTML", "outerHTML");
                    });
        }
    }

    private static void assertThatItStandsAlone(String name, String text) {
        assertThat(text.replace("http://www.w3.org/", ""))
                .as(name)
                .doesNotContainPattern("(https?:)?//[a-z0-9-]+\\.[a-z]")
                .doesNotContain("eval(", "new Function")
                .doesNotContainPattern("(?i)<[a-z][^>]* (style|on[a-z]+)=");
    }
}
