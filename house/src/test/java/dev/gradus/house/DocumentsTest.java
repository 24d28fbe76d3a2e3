package dev.gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Everything shown runs.
class DocumentsTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern COMMAND = Pattern.compile("\\./gradus +([a-z][a-z-]*)");

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> everyBlockOfJavaCompilesAndRuns(@TempDir Path folder) {
        return blocks("java")
                .map(block -> DynamicTest.dynamicTest(block.place(), () -> check(block, folder)));
    }

    @Test
    void theReadmeShowsAWholeProgram() {
        assertThat(blocks("java").filter(block -> block.file().equals("README.md")))
                .as("blocks of the README that run as they stand")
                .anyMatch(block -> block.source().mainClass().isPresent() && block.isRun());
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> everyCommandShownExists() {
        return commands().stream()
                .map(name ->
                        DynamicTest.dynamicTest(
                                "./gradus " + name,
                                () ->
                                        assertThat(
                                                        Programs.commandLine(
                                                                name, LIMIT, name, "--help"))
                                                .contains("gradus " + name)));
    }

    @Test
    void theReadmeShowsTheFirstCommand() {
        assertThat(commands()).contains("quickstart");
    }

    private static Set<String> commands() {
        var commands = new TreeSet<String>();
        blocks("sh")
                .flatMap(block -> block.code().lines())
                .forEach(line -> {
                    var command = COMMAND.matcher(line);
                    if (command.lookingAt()) {
                        commands.add(command.group(1));
                    }
                });
        return commands;
    }

    private static Stream<Block> blocks(String language) {
        return Checkout.documents().stream()
                .flatMap(document -> Markdown.blocks(document).stream())
                .filter(block -> block.language().equals(language));
    }

    private static void check(Block block, Path folder) throws IOException {
        var classes = Files.createTempDirectory(folder, "block");
        Programs.compile(block.source(), classes);
        if (block.isRun()) {
            Programs.run(block.source(), classes, LIMIT);
        }
    }
}
