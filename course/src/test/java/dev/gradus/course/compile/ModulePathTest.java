package dev.gradus.course.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {
    @TempDir Path folder;

    @Test
    void takesModulesFromBothPathsAndLeavesOutWhatIsNone() throws IOException {
        var jar = Files.createFile(folder.resolve("a.jar"));
        var unpacked = Files.createDirectory(folder.resolve("b"));
        Files.createFile(unpacked.resolve("module-info.class"));
        var classes = Files.createDirectory(folder.resolve("classes"));
        var missing = folder.resolve("missing.jar");
        assertThat(ModulePath.of(path(jar, missing), path(unpacked, classes, jar)))
                .isEqualTo(path(jar, unpacked));
    }

    @Test
    void theLibraryOfThisProcessIsThere() {
        assertThat(ModulePath.ofProcess()).isNotEmpty();
    }

    private static String path(Path... places) {
        return String.join(
                File.pathSeparator, List.of(places).stream().map(Path::toString).toList());
    }
}
