package dev.gradus.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir private Path folder;

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theNewContentTakesThePlaceOfTheOld() throws IOException {
        var file = folder.resolve("a.txt");

        AtomicFile.write(file, text("old, and longer"));
        AtomicFile.write(file, text("new"));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void theOldContentStaysWhenWritingFailsInTheMiddle() throws IOException {
        var file = folder.resolve("a.txt");
        AtomicFile.write(file, text("old"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    out.write(new byte[1 << 20]);
                                    throw new IOException("the disk is full");
                                }))
                .withMessage("the disk is full");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void theOldContentStaysInPlaceUntilTheNewIsWhole() throws IOException {
        var file = folder.resolve("a.txt");
        AtomicFile.write(file, text("old"));

        AtomicFile.write(
                file,
                out -> {
                    out.write('n');
                    out.flush();
                    // whoever is killed here leaves this behind
                    assertThat(file).hasContent("old");
                    out.write("ew".getBytes(StandardCharsets.UTF_8));
                });

        assertThat(file).hasContent("new");
    }

    @Test
    void anInterruptedThreadWritesToTheEnd() throws IOException {
        var file = folder.resolve("a.txt");
        Thread.currentThread().interrupt();

        AtomicFile.write(file, text("saved"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("saved");
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AtomicFile.write(folder, text("x")))
                .withMessageContaining("is a folder");
    }
}
