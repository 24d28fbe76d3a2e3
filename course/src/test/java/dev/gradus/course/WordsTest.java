package dev.gradus.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.course.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Pattern KEY =
            Pattern.compile(
                    "\"((?:verdict|kind|difference|threw|gradient|figure|training|reverse|diagnosis|cost|question|run|compile|learn|picture|lesson\\.file)\\.[a-z._]+)\"");

    @Test
    void everyLineIsUsedAndEveryUseHasItsLine() throws IOException {
        var used = new HashSet<String>();
        for (var module : Set.of("course", "cli")) {
            try (var files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
                for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    KEY.matcher(Files.readString(file))
                            .results()
                            .forEach(it -> used.add(it.group(1)));
                }
            }
        }
        used.remove("verdict.");
        // names of files
        used.remove("picture.js");
        used.remove("picture.css");
        Stream.of(Verdict.values())
                .forEach(it -> used.add("verdict." + it.name().toLowerCase(java.util.Locale.ROOT)));
        assertThat(used).isEqualTo(lines().stringPropertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictHasItsWords(Verdict verdict) {
        assertThat(verdict.said()).isNotBlank();
    }

    @Test
    void aMissingLineIsNamed() {
        assertThatThrownBy(() -> Words.say("no.such.line")).hasMessageContaining("no.such.line");
    }

    private static Properties lines() throws IOException {
        var lines = new Properties();
        try (var file =
                Files.newBufferedReader(
                        root().resolve(
                                        "course/src/main/resources/dev/gradus/course/words.properties"))) {
            lines.load(file);
        }
        return lines;
    }

    private static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
